import type {Emitter} from '../manifest/model.ts';
import {branchNumber, FIRST_VERSION} from '../manifest/moodleReleases.ts';
import {phpScript} from '../php/header.ts';
import {phpLiteral, phpString} from '../php/literal.ts';
import {manifestOf} from './namesOf.ts';

/** version.php: pure data, since Moodle reads it before the plugin may run. */
export const version: Emitter = model => {
    const {spec} = model;
    const [from, to] = spec.moodle.supported;
    const lines = [
        `$plugin->component = ${phpString(spec.component)};`,
        `$plugin->release = ${phpString(spec.release)};`,
        `$plugin->version = ${spec.version};`,
        `$plugin->requires = ${FIRST_VERSION[spec.moodle.requires]}; // Moodle ${spec.moodle.requires}.`,
        `$plugin->supported = [${branchNumber(from)}, ${branchNumber(to)}];`,
        `$plugin->maturity = MATURITY_${spec.maturity.toUpperCase()};`,
        ...(spec.dependencies === undefined ? [] : [`$plugin->dependencies = ${phpLiteral(spec.dependencies)};`]),
    ];
    const header = {component: model.component, source: manifestOf(model), summary: 'Version and requirements of the plugin.', guard: true};
    return new Map([['version.php', phpScript(header, lines.join('\n'))]]);
};
