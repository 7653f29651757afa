import type {Emitter, Model} from '../manifest/model.ts';
import type {Method} from '../manifest/shape.ts';
import {phpScript} from '../php/header.ts';
import {manifestOf, methodCall} from './namesOf.ts';

const SUMMARIES = {
    install: 'Runs once, after the tables have been made.',
    uninstall: 'Runs before Moodle removes the tables and the rest.',
} as const;

/** db/install.php and db/uninstall.php: they hand over to the plugin's own methods, and clear up what core leaves behind. */
export const lifecycle: Emitter = model => new Map((['install', 'uninstall'] as const).flatMap(moment => {
    const lines = [...moment === 'uninstall' ? openedReports(model) : [], ...methodsAt(model, moment).map(method => `${methodCall(model, method)}();`)];
    return lines.length === 0 ? [] : [[`db/${moment}.php`, script(model, moment, lines)]];
}));

/** Core keeps a row of each system report that somebody has opened, and leaves it behind. */
function openedReports({spec, component}: Model): readonly string[] {
    return Object.keys(spec.reports ?? {}).length === 0 ? [] : [
        'global $DB;',
        '// What core keeps of each report that somebody has opened; between the two names is a backslash.',
        `$source = $DB->sql_like_escape('${component}') . '_reportbuilder%';`,
        "$DB->delete_records_select('reportbuilder_report', $DB->sql_like('source', ':source'), ['source' => $source]);",
    ];
}

/** What the parts of a plugin do before it is removed, and then its own method. */
function methodsAt({spec}: Model, moment: keyof typeof SUMMARIES): readonly Method[] {
    const ofParts = moment === 'uninstall' ? Object.values(spec.parts ?? {}).map(part => part.uninstall) : [];
    return [...ofParts, spec.lifecycle?.[moment]].filter(method => method !== undefined);
}

function script(model: Model, moment: keyof typeof SUMMARIES, lines: readonly string[]): string {
    const header = {component: model.component, source: manifestOf(model), summary: SUMMARIES[moment]};
    const body = `
/**
 * ${SUMMARIES[moment]}
 *
 * @return bool
 */
function xmldb_${model.component}_${moment}(): bool {
    ${lines.join('\n    ')}
    return true;
}`;
    return phpScript(header, body);
}
