/** The settings of PHP under which a site runs, on the web and on the command line. */
export const PHP_OPTIONS: readonly string[] = Object.entries({
    memory_limit: '512M',
    max_input_vars: 5000,
    post_max_size: '300M',
    upload_max_filesize: '300M',
    display_errors: 1,
    'opcache.enable': 1,
    'opcache.memory_consumption': 192,
    'opcache.max_accelerated_files': 20000,
    'opcache.revalidate_freq': 0,
}).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
