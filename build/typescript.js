import {createRequire} from 'node:module';

// By require: node and tsx read a CommonJS module of nine megabytes twice when it is imported, which every build would wait for.
export default createRequire(import.meta.url)('typescript');
