import type {SectionName} from '../manifest/sections/index.ts';
import type {PluginShape} from '../manifest/shape.ts';

/** What a part says to Moodle: sections of a manifest, merged into those of the plugin. */
export type Piece = {readonly [P in SectionName]?: PluginShape[P]};

/**
 * A piece of plugin that several plugins ask for, with the folder build/parts/<name> beside it: php/, rules/, templates/ and lang/. It
 * is written for a plugin called `part_<name>`, and stamped into each plugin under that plugin's own name.
 */
export type Part = {readonly name: string; readonly piece: Piece};
