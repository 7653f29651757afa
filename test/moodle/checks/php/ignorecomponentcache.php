<?php
// Put before a script that uses a plugin which stands in the tree and is not installed: Moodle then looks at what is there.

define('IGNORE_COMPONENT_CACHE', true);
