import type {Site} from './site.ts';

/** Each upgrade queues the building of all themes that nobody here will look at: half a minute of the next cron. */
export async function skipThemes(site: Site): Promise<void> {
    await site.sql("DELETE FROM {task_adhoc} WHERE classname LIKE '%build_installed_themes_task'");
}
