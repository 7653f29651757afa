import type {Emitter} from '../manifest/model.ts';

/** composer.json: for sites that are put together with Composer. */
export const composer: Emitter = model => {
    const description = {
        name: `moodle-plugin-suite/moodle-${model.component}`,
        type: `moodle-${model.type}`,
        description: model.spec.lang.en['pluginname'],
        license: 'GPL-3.0-or-later',
        require: {php: '>=8.1', 'composer/installers': '^1.0 || ^2.0'},
        extra: {'installer-name': model.name},
    };
    return new Map([['composer.json', `${JSON.stringify(description, null, 4)}\n`]]);
};
