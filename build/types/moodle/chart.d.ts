declare module 'core/chart_series' {
    export default class Series {
        constructor(label: string, values: readonly number[]);
        getLabel(): string;
        getLabels(): string[] | null;
        getValues(): number[];
        getCount(): number;
        getColor(): string | null;
        setColor(color: string): void;
        setColors(colors: readonly string[]): void;
        setFill(fill: boolean | string): void;
        setLabels(labels: readonly string[]): void;
        setSmooth(smooth: boolean): void;
        setType(type: 'bar' | 'line' | 'pie'): void;
    }
}

declare module 'core/chart_axis' {
    export default class Axis {
        constructor();
        setLabel(label: string): void;
        setLabels(labels: readonly string[]): void;
        setMin(min: number): void;
        setMax(max: number): void;
        setStepSize(step: number): void;
    }
}

declare module 'core/chart_base' {
    import type Axis from 'core/chart_axis';
    import type Series from 'core/chart_series';
    type LegendOptions = {readonly display?: boolean; readonly position?: 'top' | 'bottom' | 'left' | 'right'};

    export default class Chart {
        addSeries(series: Series): void;
        getLabels(): string[];
        getSeries(): Series[];
        getTitle(): string | null;
        getXAxis(index?: number, create?: boolean): Axis;
        getYAxis(index?: number, create?: boolean): Axis;
        setLabels(labels: readonly string[]): void;
        setLegendOptions(options: LegendOptions): void;
        setTitle(title: string): void;
        setXAxis(axis: Axis, index?: number): void;
        setYAxis(axis: Axis, index?: number): void;
    }
}

declare module 'core/chart_bar' {
    import Chart from 'core/chart_base';
    export default class Bar extends Chart {
        setHorizontal(horizontal: boolean): void;
        setStacked(stacked: boolean): void;
    }
}

declare module 'core/chart_line' {
    import Chart from 'core/chart_base';
    export default class Line extends Chart {
        setSmooth(smooth: boolean): void;
    }
}

declare module 'core/chart_builder' {
    import type Chart from 'core/chart_base';
    /** Makes a chart of what a PHP \core\chart says of itself. */
    const Builder: {make(data: unknown): Promise<Chart>};
    export default Builder;
}

declare module 'core/chart_output_chartjs' {
    import type Chart from 'core/chart_base';
    export default class Output {
        constructor(node: string | Element, chart: Chart);
        /** Draws anew after the series' values were changed in place; how many there are must stay. */
        update(): void;
    }
}

declare module 'core/chart_output_htmltable' {
    import type Chart from 'core/chart_base';
    export default class Output {
        constructor(node: string | Element, chart: Chart);
        update(): void;
    }
}

declare module 'core/chartjs' {
    type Dataset = {
        label?: string;
        data: number[];
        backgroundColor?: string | string[];
        borderColor?: string;
        borderWidth?: number;
        stack?: string;
    };
    export type Config = {
        readonly type: 'bar' | 'line' | 'pie' | 'doughnut';
        readonly data: {labels: string[]; datasets: Dataset[]};
        readonly options?: Readonly<Record<string, unknown>>;
    };

    export default class ChartJs {
        constructor(canvas: HTMLCanvasElement, config: Config);
        readonly data: Config['data'];
        update(mode?: 'none' | 'resize'): void;
        destroy(): void;
    }
}
