import {defineConfig, globalIgnores} from 'eslint/config';
import {configs} from 'typescript-eslint';
import {pendingHeld} from './build/amd/pendingHeld.js';

export default defineConfig(
    // Golden outputs and deliberately broken sources are data; Moodle's own eslint looks at what the browser gets.
    globalIgnores(['dist/', '.moodle/', '.cache/', '**/.new-*/', '**/node_modules/', 'test/golden/**/expected/', 'test/golden/**/broken/', 'test/amd/moodle-eslint/']),
    {
        files: ['**/*.ts'],
        extends: [configs.recommendedTypeChecked],
        languageOptions: {parserOptions: {project: './tsconfig.json', tsconfigRootDir: import.meta.dirname}},
        linterOptions: {reportUnusedDisableDirectives: 'error'},
        rules: {
            eqeqeq: 'error',
            curly: 'error',
            'no-var': 'error',
            'prefer-const': 'error',
            '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports', disallowTypeAnnotations: false}],
            '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
            '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowBoolean: true}],
            '@typescript-eslint/require-await': 'off',
        },
    },
    {
        // What must not compile is looked at on purpose there.
        files: ['**/*.types.ts'],
        rules: {'@typescript-eslint/no-unsafe-assignment': 'off'},
    },
    {
        // What Moodle's own lint will ask of the JavaScript, asked of its source.
        files: ['{plugins,build/parts}/*/amd/**/*.ts', 'plugins/*/rules/**/*.ts', 'test/golden/amd/*/{amd,rules}/**/*.ts'],
        plugins: {suite: {rules: {pending: pendingHeld}}},
        rules: {
            'suite/pending': 'error',
            // The client's types come out of the whole manifest: file by file they are not always resolved, by tsc they are.
            '@typescript-eslint/no-unsafe-assignment': 'off',
            '@typescript-eslint/no-unsafe-argument': 'off',
            '@typescript-eslint/no-misused-promises': ['error', {checksVoidReturn: false}],
            'array-callback-return': 'error',
            'capitalized-comments': ['error', 'always', {ignoreConsecutiveComments: true}],
            complexity: 'error',
            'max-depth': 'error',
            'max-len': ['error', 132],
            'no-alert': 'error',
            'no-bitwise': 'error',
            'no-console': 'error',
            'no-empty-function': 'error',
            'no-loop-func': 'error',
            'no-nested-ternary': 'error',
            'no-restricted-globals': ['error', 'Notification'],
            'no-return-assign': 'error',
        },
    },
);
