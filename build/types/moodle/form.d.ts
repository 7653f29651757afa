declare module 'core_form/changechecker' {
    export function watchForm(form: HTMLElement): void;
    export function unWatchForm(form: HTMLElement): void;
    export function watchFormById(id: string): void;
    export function markFormAsDirty(form: HTMLElement): void;
    export function markFormSubmitted(form: HTMLElement): void;
    export function resetFormDirtyState(form: HTMLElement): void;
    export function resetAllFormDirtyStates(): void;
    export function isAnyWatchedFormDirty(): boolean;
    export function disableAllChecks(): void;
}

declare module 'core_form/modalform' {
    import type {ModalOptions} from 'core/modal';
    type Options = {
        /** The PHP class of the form. */
        readonly formClass: string;
        readonly args?: Readonly<Record<string, unknown>>;
        readonly modalConfig?: ModalOptions;
        readonly returnFocus?: HTMLElement;
        readonly saveButtonText?: string;
    };

    export default class ModalForm {
        constructor(options: Options);
        readonly events: {
            readonly FORM_SUBMITTED: string;
            readonly FORM_CANCELLED: string;
            readonly CLIENT_VALIDATION_ERROR: string;
            readonly SERVER_VALIDATION_ERROR: string;
            readonly LOADED: string;
            readonly ERROR: string;
        };
        show(): Promise<void>;
        addEventListener(name: string, listener: (event: CustomEvent) => void): void;
        getFormNode(): HTMLFormElement;
    }
}

declare module 'core_form/dynamicform' {
    export default class DynamicForm {
        constructor(container: HTMLElement, formClass: string);
        readonly events: {
            readonly FORM_SUBMITTED: string;
            readonly FORM_CANCELLED: string;
            readonly SERVER_VALIDATION_ERROR: string;
            readonly ERROR: string;
        };
        load(args?: Readonly<Record<string, unknown>> | null): Promise<void>;
        addEventListener(name: string, listener: (event: CustomEvent) => void): void;
        getFormNode(): HTMLFormElement;
    }
}
