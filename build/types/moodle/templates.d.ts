declare module 'core/templates' {
    import type {Selected, Thenable} from 'jquery';

    export type Rendered = {readonly html: string; readonly js: string};
    type Target = string | Element | Selected;

    const Templates: {
        renderForPromise(template: string, context: unknown, theme?: string): Promise<Rendered>;
        render(template: string, context: unknown, theme?: string): Thenable<[html: string, js: string]>;
        prefetchTemplates(templates: readonly string[], theme?: string): Promise<unknown>;
        renderPix(key: string, component: string, title?: string): Promise<string>;
        replaceNode(target: Target, html: string, js: string): Element[];
        replaceNodeContents(target: Target, html: string, js: string): Element[];
        appendNodeContents(target: Target, html: string, js: string): Element[];
        prependNodeContents(target: Target, html: string, js: string): Element[];
        runTemplateJS(js: string): void;
    };
    export default Templates;
}
