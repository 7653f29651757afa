import {defineConfig} from 'vitest/config';

export default defineConfig({
    test: {
        include: ['test/**/*.test.ts', 'plugins/**/*.test.ts'],
        exclude: ['**/node_modules/**', 'dist/**', '.moodle/**', 'test/e2e/**'],
        // Compiling TypeScript and starting php take seconds on a busy machine: slow is not wrong.
        testTimeout: 60_000,
        hookTimeout: 60_000,
    },
});
