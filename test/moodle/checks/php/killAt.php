<?php
// Read before any other file of a process: kills it, as a machine that loses its power would, when it needs the class that is named with -d kill_at.

spl_autoload_register(static function (string $class): void {
    if (strtr($class, '\\', '/') === get_cfg_var('kill_at')) {
        exec('kill -9 ' . getmypid());
    }
});
