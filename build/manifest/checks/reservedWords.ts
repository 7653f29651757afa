/** Words that MariaDB, MySQL or PostgreSQL keep for themselves, so that a column of that name breaks on one of them. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(`
accessible add all alter analyse analyze and any array as asc asensitive asymmetric authorization before between bigint binary blob both by call cascade
case cast change char character check collate collation column concurrently condition constraint continue convert create cross cube cume_dist
current_catalog current_date current_role current_schema current_time current_timestamp current_user cursor database databases day_hour
day_microsecond day_minute day_second dec decimal declare default deferrable delayed delete dense_rank desc describe deterministic distinct distinctrow
div do double drop dual each else elseif empty enclosed end escaped except exists exit explain false fetch first_value float float4 float8 for force
foreign freeze from full fulltext function generated get grant group grouping groups having high_priority hour_microsecond hour_minute hour_second if
ignore ilike in index infile initially inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into io_after_gtids
io_before_gtids is isnull iterate join json_table key keys kill lag last_value lateral lead leading leave left like limit linear lines load localtime
localtimestamp lock long longblob longtext loop low_priority manual master_bind master_ssl_verify_server_cert match maxvalue mediumblob mediumint
mediumtext middleint minute_microsecond minute_second mod modifies natural new not notnull no_write_to_binlog nth_value ntile null numeric of off offset
old on only optimize optimizer_costs option optionally or order out outer outfile over overlaps parallel parse_gcol_expr partition percent_rank placing
precision primary procedure purge qualify range rank read reads read_write real recursive references regexp release rename repeat replace require resignal
restrict return returning revoke right rlike row rows row_number schema schemas second_microsecond select sensitive separator session_user set show signal
similar smallint some spatial specific sql sqlexception sqlstate sqlwarning sql_big_result sql_calc_found_rows sql_small_result ssl starting stored
straight_join symmetric system table tablesample terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique unlock unsigned
update usage use user using utc_date utc_time utc_timestamp values varbinary varchar varcharacter variadic varying verbose virtual when where while window
with write xor year_month zerofill
_filename accept admin connection content_type overwrite period persist persist_only raid0 read_only soname timeout_ms upgrade x509
delete_domain_id do_domain_ids ignore_domain_ids page_checksum parse_vcol_expr ref_system_id stats_auto_recalc stats_persistent stats_sample_pages
`.trim().split(/\s+/));
