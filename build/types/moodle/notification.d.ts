declare module 'core/notification' {
    export type Notice = {
        readonly message: string;
        readonly type?: 'success' | 'warning' | 'info' | 'error';
        readonly announce?: boolean;
        readonly closebutton?: boolean;
    };
    type Question = {readonly triggerElement?: HTMLElement | null};
    type Text = string | Promise<string>;

    const Notification: {
        readonly addNotification: (notice: Notice) => Promise<void>;
        readonly alert: (title: Text, message: Text, cancelText?: Text) => Promise<unknown>;
        readonly exception: (error: unknown) => Promise<void>;
        /** Rejects when the person says no. */
        readonly saveCancelPromise: (title: Text, question: Text, saveLabel: Text, options?: Question) => Promise<void>;
        /** Settles when the question stands, and calls back when it is answered. */
        readonly deleteCancel: (
            title: Text, question: Text, deleteLabel: Text, onDelete: () => void, onCancel: (() => void) | null, options?: Question,
        ) => Promise<unknown>;
        /** Rejects when the person says no. */
        readonly deleteCancelPromise: (title: Text, question: Text, deleteLabel: Text, options?: Question) => Promise<void>;
    };
    export default Notification;
}

declare module 'core/toast' {
    export type ToastOptions = {
        readonly type?: 'success' | 'warning' | 'info' | 'danger';
        readonly title?: string;
        readonly closeButton?: boolean;
        readonly autohide?: boolean;
        readonly delay?: number;
    };

    export function add(message: string | Promise<string>, options?: ToastOptions): Promise<void>;
    export function addToastRegion(parent: HTMLElement): Promise<void>;
    export function removeToastRegion(parent: HTMLElement, newParent?: HTMLElement): Promise<void>;
}

declare module 'core/log' {
    const Log: {
        debug(message: unknown, source?: string): void;
        info(message: unknown, source?: string): void;
        warn(message: unknown, source?: string): void;
        error(message: unknown, source?: string): void;
    };
    export default Log;
}
