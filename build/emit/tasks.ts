import type {Emitter, Model} from '../manifest/model.ts';
import type {AdhocShape, TaskShape} from '../manifest/shape.ts';
import {phpClass, phpScript} from '../php/header.ts';
import {code, phpLiteral, type PhpValue} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {manifestOf, methodCall} from './namesOf.ts';
import {paramDocs, requiredFirst, signature} from './phpParameters.ts';

/** db/tasks.php, and a class for each task that cron or the plugin starts. */
export const tasks: Emitter = model => {
    const scheduled = Object.entries(model.spec.tasks ?? {});
    const adhoc = Object.entries(model.spec.adhoc ?? {});
    return new Map([
        ...(scheduled.length === 0 ? [] : [['db/tasks.php', declarations(model, scheduled)] as const]),
        ...scheduled.map(([name, task]) => [`classes/task/${name}.php`, scheduledClass(model, name, task)] as const),
        ...adhoc.map(([name, task]) => [`classes/task/${name}.php`, adhocClass(model, name, task)] as const),
    ]);
};

function declarations(model: Model, scheduled: readonly (readonly [string, TaskShape])[]): string {
    const entries = scheduled.map(([name, task]) => scheduleOf(model, name, task));
    const header = {component: model.component, source: manifestOf(model), summary: 'Scheduled tasks.', guard: true};
    return phpScript(header, `$tasks = ${phpLiteral(entries)};`);
}

function scheduleOf(model: Model, name: string, task: TaskShape): PhpValue {
    const [minute = '*', hour = '*', day = '*', month = '*', dayofweek = '*'] = task.every.split(' ');
    return {
        classname: code(`\\${model.component}\\task\\${name}::class`),
        blocking: 0,
        minute,
        hour,
        day,
        month,
        dayofweek,
        disabled: task.disabled === true ? 1 : undefined,
    };
}

function scheduledClass(model: Model, name: string, task: TaskShape): string {
    return taskClass(model, `Scheduled task ${name}.`, render('classes/task/scheduled.php', {
        name, title: `task:${name}`, component: model.component, call: methodCall(model, task.run),
    }));
}

function adhocClass(model: Model, name: string, task: AdhocShape): string {
    const data = requiredFirst(task.data ?? {});
    const names = Object.keys(data);
    return taskClass(model, `Ad hoc task ${name}.`, render('classes/task/adhoc.php', {
        name,
        title: `task:${name}`,
        component: model.component,
        data: paramDocs(data),
        signature: [signature(data), 'int $notbefore = 0', 'bool $unlessqueued = false'].filter(part => part !== '').join(', '),
        given: phpLiteral(Object.fromEntries(names.map(param => [param, code(`$${param}`)]))),
        attempts: task.attempts ?? null,
        concurrency: task.concurrency ?? null,
        call: methodCall(model, task.run),
        passed: names.map(param => `${param}: $data['${param}']`).join(', '),
    }));
}

function taskClass(model: Model, summary: string, body: string): string {
    return phpClass({component: model.component, source: manifestOf(model), summary, namespace: `${model.component}\\task`}, body);
}
