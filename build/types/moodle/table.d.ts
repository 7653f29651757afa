declare module 'core_table/dynamic' {
    type Table = HTMLElement;
    type Filters = Readonly<Record<string, unknown>>;

    export function getTableFromId(id: string): Table;
    export function refreshTableContent(table: Table, resetContent?: boolean): Promise<Table>;
    export function updateTable(
        table: Table,
        change?: {readonly filters?: Filters; readonly pageNumber?: number; readonly pageSize?: number},
        refreshContent?: boolean,
    ): Promise<Table>;
    export function setFilters(table: Table, filters: Filters, refreshContent?: boolean): Promise<Table>;
    export function getFilters(table: Table): Filters;
    export function setPageNumber(table: Table, page: number, refreshContent?: boolean): Promise<Table>;
    export const Events: {readonly tableContentRefreshed: string};
}

declare module 'core_reportbuilder/local/events' {
    const ReportEvents: {readonly tableReload: string};
    export default ReportEvents;
}

declare module 'core_reportbuilder/local/selectors' {
    const Selectors: {
        readonly regions: {readonly report: string; readonly filtersForm: string};
        readonly forReport: (reportId: number) => string;
    };
    export default Selectors;
}
