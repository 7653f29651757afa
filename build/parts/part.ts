import type {Method} from '../manifest/description.ts';
import type {Sections} from '../manifest/shape.ts';
import type {PhpValue} from '../php/literal.ts';

/** What a part says to Moodle: sections of a manifest, merged into those of the plugin. */
export type Piece = Sections;

/**
 * A piece of plugin that several plugins ask for, with the folder build/parts/<name> beside it: php/, templates/, rules/ and lang/. It is
 * written for a plugin called `part_<name>`, and stamped into each plugin under that plugin's own name.
 */
export type Part = {
    readonly name: string;
    readonly piece: Piece;
    /** Other parts that it does not work without. */
    readonly with?: readonly Part[];
    /** What the plugin's options make of constants in the part's PHP: by file, then by name of the constant. */
    readonly given?: {readonly [file: string]: {readonly [constant: string]: PhpValue}};
    /** Files and strings that go by a name of the plugin's choice. */
    readonly renamed?: {readonly [name: string]: string};
    /** Runs before Moodle removes the plugin, ahead of the plugin's own method. */
    readonly uninstall?: Method;
};
