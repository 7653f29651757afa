import {defineConfig, globalIgnores} from 'eslint/config';
import {configs} from 'typescript-eslint';

export default defineConfig(
    // Golden outputs and deliberately broken sources are data; Moodle's own eslint looks at what the browser gets.
    globalIgnores(['dist/', '.moodle/', '.cache/', '**/node_modules/', 'test/golden/**/expected/', 'test/golden/**/broken/', 'test/amd/moodle-eslint/']),
    {
        files: ['**/*.ts'],
        extends: [configs.recommendedTypeChecked],
        languageOptions: {parserOptions: {projectService: true}},
        linterOptions: {reportUnusedDisableDirectives: 'error'},
        rules: {
            eqeqeq: 'error',
            curly: 'error',
            'no-var': 'error',
            'prefer-const': 'error',
            '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
            '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
            '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowBoolean: true}],
            '@typescript-eslint/require-await': 'off',
        },
    },
);
