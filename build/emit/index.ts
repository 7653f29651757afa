import type {Emitter} from '../manifest/model.ts';
import {access} from './access.ts';
import {caches} from './caches.ts';
import {callbacks} from './callbacks.ts';
import {checks} from './checks.ts';
import {composer} from './composer.ts';
import {config} from './config.ts';
import {events} from './events.ts';
import {externalTest} from './externalTest.ts';
import {hooks} from './hooks.ts';
import {installxml} from './installxml.ts';
import {lang} from './lang.ts';
import {lifecycle} from './lifecycle.ts';
import {messages} from './messages.ts';
import {observers} from './observers.ts';
import {privacy} from './privacy.ts';
import {privacyTest} from './privacyTest.ts';
import {reports} from './reports.ts';
import {reportTest} from './reportTest.ts';
import {services} from './services.ts';
import {settings} from './settings.ts';
import {tasks} from './tasks.ts';
import {upgrade} from './upgrade.ts';
import {version} from './version.ts';

/** Every target there is, by the name that `--explain` shows. */
export const EMITTERS: Readonly<Record<string, Emitter>> = {
    version, access, services, tasks, events, observers, messages, caches, hooks, reports, checks, callbacks, privacy, privacyTest,
    externalTest, reportTest, installxml, upgrade, lifecycle, lang, settings, config, composer,
};
