import {toldColumns} from '../../emit/personalTables.ts';
import {listOf, mapOf, nameOf, oneOrMore, orNull, record, text, wordOr} from '../description.ts';
import {column} from '../describedKinds.ts';
import {section} from './section.ts';

const columns = listOf(nameOf('column'));

export const personal = record(
    {
        /** The column that names the user; several where a row concerns more than one. */
        user: oneOrMore(nameOf('column')),
        /** Where a row of personal data belongs. */
        context: wordOr(['system', 'user'], ['course', 'block', 'context'], 'column'),
        /** String that says what the table keeps; each column X that is personal has the string `<about>:X`. */
        about: nameOf('string'),
    },
    {
        /** The columns to tell of; without it all but id and the context's column. */
        columns,
        /** Columns that are emptied instead of the row being deleted, where the row must outlive the person. */
        erase: columns,
    },
);

export const table = record(
    {
        doc: text,
        fields: mapOf(column),
        /** What it keeps of people; `null` says that it keeps nothing of anyone. */
        personal: orNull(personal),
    },
    {unique: listOf(columns), index: listOf(columns)},
);

/** checkTables looks at what databases ask for: names, widths, indexes. */
export const tables = section({
    what: 'table',
    names: null,
    entry: table,
    strings: (name, kept) => (kept.personal === null ? [] : toldColumns(kept, kept.personal).map(told =>
        ({key: `${kept.personal?.about}:${told}`, why: `what the column '${told}' of the table '${name}' keeps of people`}))),
});
