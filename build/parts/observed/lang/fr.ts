export const fr = {
    'check:observers': '{$a} : événements du site',
    'check:observers:failed': 'Le plugin n’a pas pu traiter un événement, au moins {$a->count} fois depuis le {$a->since} ; la dernière fois : {$a->last}.',
    'check:observers:failed_what': 'Événement : {$a->observed}. Problème : {$a->problem}. Chaque cas figure dans les journaux du site.',
    'check:observers:ok': 'Le plugin a traité tous les événements reçus.',
    'event:observer_failed': 'Échec d’un observateur',
};
