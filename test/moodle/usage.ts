export const USAGE = `npm run moodle -- COMMAND

  up [--branch 405] [--client-branch 502 --server-branch 405] [--db mariadb|pgsql] [--clone]
     [--php 8.4|DIR|BINARY] [--client-php 8.4 --server-php 8.2] [--same-identifier]
        brings the client and the server site up; --php names another PHP than the machine's own: a version (made where it can be),
        a program, a folder that holds one, or the root of a Debian; --same-identifier makes the server a clone of the client to Moodle
  down [--remove]
        ends their programs; --remove also deletes both sites
  reset
        both sites as on their first day: no plugin of ours, no mail
  install [--zip FILE]... [--site client|server]
  upgrade [--zip FILE]... [--site client|server]
        puts the zips of dist/ (or the named ones) in, and runs Moodle's upgrade
  uninstall COMPONENT [--site client|server]
  cron [--site client|server]
  task '\\x\\task\\y' [--site client|server]
        runs one scheduled task (in the client); 'adhoc:\\x\\task\\y' the queued ones of a class
  status
        what runs, where, and who may log in
  logs [client|server|database|mails] [--lines 40]
  mails [--to ADDRESS] [--clear]
  php client|server FILE [ARGUMENT]...
  sql client|server 'SELECT id FROM {course}'`;
