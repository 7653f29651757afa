import type {Emitter} from '../manifest/model.ts';
import {access} from './access.ts';
import {composer} from './composer.ts';
import {installxml} from './installxml.ts';
import {lang} from './lang.ts';
import {version} from './version.ts';

/** Every target there is, by the name that `--explain` shows. */
export const EMITTERS: Readonly<Record<string, Emitter>> = {
    version, access, installxml, lang, composer,
};
