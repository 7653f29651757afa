/** What core's chart modules were given: jsdom has no canvas. */
export type Drawn = {readonly chart: FakeChart; updates: number};

class FakeSeries {
    readonly label: string;
    readonly values: number[];
    constructor(label: string, values: number[]) {
        this.label = label;
        this.values = values;
    }

    getLabel(): string {
        return this.label;
    }

    getValues(): number[] {
        return this.values;
    }

    setColor(): void {}

    setFill(): void {}

    setSmooth(): void {}
}

class FakeAxis {
    setLabel(): void {}

    setMin(): void {}

    setStepSize(): void {}
}

export class FakeChart {
    labels: string[] = [];
    readonly series: FakeSeries[] = [];
    readonly #axis = new FakeAxis();
    setLabels(labels: string[]): void {
        this.labels = labels;
    }

    getLabels(): string[] {
        return this.labels;
    }

    addSeries(series: FakeSeries): void {
        this.series.push(series);
    }

    getSeries(): FakeSeries[] {
        return this.series;
    }

    getXAxis(): FakeAxis {
        return this.#axis;
    }

    getYAxis(): FakeAxis {
        return this.#axis;
    }

    setTitle(): void {}

    setLegendOptions(): void {}

    setStacked(): void {}

    setSmooth(): void {}

    setHorizontal(): void {}
}

export function fakeCharts(): {modules: Readonly<Record<string, unknown>>; drawn: Drawn[]} {
    const drawn: Drawn[] = [];
    class Output {
        readonly #drawing: Drawn;
        constructor(_node: unknown, chart: FakeChart) {
            this.#drawing = {chart, updates: 0};
            drawn.push(this.#drawing);
        }

        update(): void {
            this.#drawing.updates++;
        }
    }
    const modules = {
        'core/chart_bar': FakeChart,
        'core/chart_line': FakeChart,
        'core/chart_series': FakeSeries,
        'core/chart_axis': FakeAxis,
        'core/chart_output_chartjs': Output,
        'core/chart_output_htmltable': Output,
    };
    return {modules, drawn};
}
