<?php
// Before a run of PHPUnit: at its end, the files that it loaded are written where MUTATE_LOADED says.

register_shutdown_function(static function (): void {
    file_put_contents(getenv('MUTATE_LOADED'), json_encode(get_included_files()));
});
