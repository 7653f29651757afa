declare module 'core/modal' {
    import type {Selected} from 'jquery';

    type Content = string | Promise<string>;
    export type ModalOptions = {
        readonly title?: Content;
        readonly body?: Content;
        readonly footer?: Content;
        readonly large?: boolean;
        readonly show?: boolean;
        readonly removeOnClose?: boolean;
        readonly scrollable?: boolean;
        readonly isVerticallyCentered?: boolean;
        readonly returnElement?: HTMLElement | null;
        readonly buttons?: Readonly<Record<string, Content>>;
        readonly template?: string;
        readonly templateContext?: unknown;
    };

    export default class Modal {
        static create<T extends typeof Modal>(this: T, options?: ModalOptions): Promise<InstanceType<T>>;
        getRoot(): Selected;
        getModal(): Selected;
        getBody(): Selected;
        getFooter(): Selected;
        setTitle(title: Content): void;
        setBody(body: Content): void;
        setFooter(footer: Content): void;
        setLarge(): void;
        setButtonText(action: string, text: Content): void;
        setRemoveOnClose(remove: boolean): void;
        isVisible(): boolean;
        show(): Promise<void>;
        hide(): void;
        destroy(): void;
    }
}

declare module 'core/modal_cancel' {
    import Modal from 'core/modal';
    export default class ModalCancel extends Modal {}
}

declare module 'core/modal_save_cancel' {
    import Modal from 'core/modal';
    export default class ModalSaveCancel extends Modal {
        setSaveButtonText(text: string | Promise<string>): void;
    }
}

declare module 'core/modal_delete_cancel' {
    import Modal from 'core/modal';
    export default class ModalDeleteCancel extends Modal {
        setDeleteButtonText(text: string | Promise<string>): void;
    }
}

declare module 'core/modal_events' {
    const ModalEvents: {
        readonly shown: string;
        readonly hidden: string;
        readonly destroyed: string;
        readonly bodyRendered: string;
        readonly outsideClick: string;
        readonly save: string;
        readonly delete: string;
        readonly cancel: string;
    };
    export default ModalEvents;
}
