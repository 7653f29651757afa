<?php
// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

/**
 * French strings of the plugin.
 *
 * Made from test/golden/plugins/everything/lang/fr.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['adminpage:overview'] = 'Étagères';
$string['adminpage:setup'] = 'Configurer le service web';
$string['adminpage:sitereport'] = 'Rapport des étagères';
$string['cachedef_counts'] = 'Objets sur chaque étagère';
$string['cachedef_remoteanswers'] = 'Réponses des Moodle distants';
$string['check:observers'] = '{$a} : événements du site';
$string['check:observers:failed'] = 'Le plugin n’a pas pu traiter un événement, au moins {$a->count} fois depuis le {$a->since} ; la dernière fois : {$a->last}.';
$string['check:observers:failed_what'] = 'Événement : {$a->observed}. Problème : {$a->problem}. Chaque cas figure dans les journaux du site.';
$string['check:observers:ok'] = 'Le plugin a traité tous les événements reçus.';
$string['check:queue'] = 'Demandes';
$string['check:remotes'] = 'Moodle distant {$a}';
$string['check:shelves'] = 'Étagères';
$string['check:shelves:ok'] = 'Les étagères de chaque cours sont en ordre, jusqu\'à la dernière.';
$string['event:item_added'] = 'Objet ajouté';
$string['event:observer_failed'] = 'Échec d’un observateur';
$string['everything:manage'] = 'Gérer les étagères';
$string['everything:receive'] = 'Être averti des nouveaux objets';
$string['everything:view'] = 'Voir les étagères';
$string['lines'] = "Une ligne,\net « une autre » à 5 \$\\pièce";
$string['look:functions'] = 'Des fonctions manquent dans le service web de l’autre Moodle : {$a}. Relancez-y la configuration.';
$string['look:host'] = 'L’hôte {$a} est bloqué : voir Administration du site > Générales > Sécurité > Sécurité HTTP, liste des hôtes cURL bloqués.';
$string['look:port'] = 'Le port {$a} ne fait pas partie des ports autorisés : ajoutez-le dans Administration du site > Générales > Sécurité > Sécurité HTTP, liste des ports cURL autorisés.';
$string['look:reached'] = '{$a} est joignable et accepte le jeton.';
$string['look:trimmed'] = 'Adresse retenue : {$a}';
$string['look:works'] = '{$a->site} est joignable, accepte le jeton et offre toutes les fonctions (Moodle {$a->release}).';
$string['messageprovider:added'] = 'Un objet a été posé sur une étagère';
$string['pluginname'] = 'Tout';
$string['privacy:archive'] = 'Les archives où partent les vieux objets';
$string['privacy:archive:userid'] = 'Qui a posé l\'objet sur son étagère';
$string['privacy:item'] = 'Ce que les gens posent sur les étagères';
$string['privacy:item:note'] = 'Ce qui y est écrit';
$string['privacy:item:timecreated'] = 'Quand cela a été fait';
$string['privacy:item:userid'] = 'Qui l\'y a posé';
$string['privacy:messages'] = 'Messages qui annoncent les nouveaux objets';
$string['privacy:preference'] = 'Comment les étagères sont affichées';
$string['privacy:profile'] = 'Comment chacun aime ses étagères';
$string['privacy:profile:colour'] = 'La couleur préférée';
$string['privacy:profile:painterid'] = 'Qui a choisi la couleur';
$string['privacy:profile:userid'] = 'À qui sont les étagères';
$string['privacy:wish'] = 'Souhaits';
$string['privacy:wish:granterid'] = 'Qui a accordé';
$string['privacy:wish:userid'] = 'Qui souhaite';
$string['privacy:wish:wish'] = 'Le souhait';
$string['queue:cron'] = 'Dernière exécution du cron : {$a}';
$string['queue:late'] = 'Demandes qui auraient déjà dû avancer : {$a}.';
$string['queue:moving'] = 'Les demandes avancent ; ouvertes : {$a}.';
$string['queue:paused'] = 'Les demandes sont suspendues dans les réglages ; en attente : {$a}.';
$string['queue:places'] = 'Demandes traitées en même temps : {$a}';
$string['queue:taskoff'] = 'La tâche qui distribue les demandes est désactivée.';
$string['queue:taskon'] = 'La tâche qui distribue les demandes est activée.';
$string['reason:curl_blocked'] = 'La sécurité HTTP de ce Moodle bloque l’adresse de l’autre : voir les hôtes bloqués et les ports autorisés de cURL.';
$string['reason:function_missing'] = 'L’autre Moodle ne propose pas une fonction nécessaire : son plugin manque ou est plus ancien.';
$string['reason:garbage'] = 'L’autre Moodle a donné une réponse qui n’est pas celle d’un Moodle.';
$string['reason:http_error'] = 'L’autre Moodle, ou ce qui se trouve devant lui, a répondu par une erreur.';
$string['reason:maintenance'] = 'L’autre Moodle est en maintenance.';
$string['reason:policies'] = 'Le compte de service de l’autre Moodle doit d’abord accepter ses politiques.';
$string['reason:server_error'] = 'L’autre Moodle a rencontré une erreur.';
$string['reason:server_unknown'] = 'Ce Moodle distant ne figure plus dans les réglages.';
$string['reason:service_off'] = 'Le service web de l’autre Moodle est désactivé, ou fermé au compte de service.';
$string['reason:timeout'] = 'L’autre Moodle ne répond pas à temps.';
$string['reason:tls'] = 'Le certificat de l’autre Moodle n’est pas valide.';
$string['reason:token'] = 'L’autre Moodle n’accepte pas le jeton.';
$string['reason:transfer_cut'] = 'Le transfert a été interrompu.';
$string['reason:unreachable'] = 'L’autre Moodle est injoignable.';
$string['reason:worker_died'] = 'Le processus qui s’en occupait s’est arrêté.';
$string['remotes:address'] = 'Adresse';
$string['remotes:badaddress'] = 'Ce n’est pas l’adresse d’un Moodle. Écrivez-la comme dans https://moodle.example.org.';
$string['remotes:badtoken'] = 'Ce n’est pas un jeton de Moodle : uniquement des lettres et des chiffres.';
$string['remotes:kept'] = 'conservé, jamais affiché';
$string['remotes:nokey'] = 'Les jetons n’ont pas pu être chiffrés : {$a}';
$string['remotes:notoken'] = 'Le jeton manque. Un jeton conservé appartient à son adresse : si l’adresse change, saisissez-le à nouveau.';
$string['remotes:number'] = 'Moodle distant {$a}';
$string['remotes:remove'] = 'Retirer de la liste';
$string['remotes:row'] = 'Ligne {$a->row} ({$a->url}) : {$a->problem}';
$string['remotes:test'] = 'Tester';
$string['remotes:thissite'] = 'C’est l’adresse de ce Moodle.';
$string['remotes:token'] = 'Jeton';
$string['remotes:twice'] = 'Cette adresse figure déjà dans la liste.';
$string['remotes:unencrypted'] = 'Ce Moodle utilise https, l’autre doit donc l’utiliser aussi : son adresse commence par http://.';
$string['report:items'] = 'Objets';
$string['report:items:note'] = 'Note';
$string['report:items:timecreated'] = 'Posé le';
$string['service:active'] = 'Le compte est confirmé et n’est pas suspendu';
$string['service:addresses'] = 'Accepté depuis';
$string['service:anywhere'] = 'partout';
$string['service:assign'] = 'Le rôle peut attribuer le rôle « {$a} »';
$string['service:authorised'] = 'Il peut utiliser le service';
$string['service:badaddress'] = 'Adresses ou réseaux séparés par des virgules, par exemple 10.1.2.3, 192.168.0.0/24';
$string['service:capability'] = 'Le rôle autorise {$a}';
$string['service:changed'] = 'Éléments modifiés : {$a}.';
$string['service:complete'] = 'Son profil contient tout ce que ce site exige';
$string['service:firstname'] = 'Service web';
$string['service:functions'] = 'Le service comporte ses {$a} fonctions';
$string['service:go'] = 'Configurer maintenant';
$string['service:handover'] = 'À transmettre à l’autre système. Ceci ne sera plus jamais affiché :';
$string['service:hasrole'] = 'Il a le rôle « {$a} » pour tout le site';
$string['service:incomplete'] = 'Un champ obligatoire du profil n’accepte pas de valeur inventée : remplissez-le dans le profil du compte.';
$string['service:intro'] = 'Un autre système appelle ce Moodle au moyen d’un service web. Il lui faut tout ce qui suit. Un clic met en place ce qui manque et laisse le reste tel quel ; vous pouvez recommencer aussi souvent que vous voulez.';
$string['service:iprestriction'] = 'Le jeton est accepté depuis : {$a}';
$string['service:lastday'] = 'Dernier jour du jeton';
$string['service:limits'] = 'Restrictions';
$string['service:limits_desc'] = 'Modifier les restrictions du jeton';
$string['service:more'] = 'Le rôle autorise aussi ce dont le service n’a pas besoin : {$a}';
$string['service:noassign'] = 'Il existe un rôle « {$a} » qu’il peut attribuer';
$string['service:nologin'] = 'Le compte ne permet de se connecter sur aucune page';
$string['service:notready'] = 'Le service web n’est pas prêt.';
$string['service:on'] = 'Le service « {$a} » est activé';
$string['service:past'] = 'Ce jour est passé.';
$string['service:policies'] = 'Il a accepté les politiques du site';
$string['service:ready'] = 'Le service web est prêt.';
$string['service:rest'] = 'Le protocole REST est activé';
$string['service:restricted'] = 'Il n’est ouvert qu’à des comptes désignés';
$string['service:role'] = 'Le rôle « {$a} » existe';
$string['service:roleabout'] = 'Ce dont le compte du service web {$a} a besoin, et rien d’autre.';
$string['service:rolelevel'] = 'Le rôle peut être attribué pour tout le site';
$string['service:rolename'] = 'Compte de service : {$a}';
$string['service:rotate'] = 'Nouveau jeton';
$string['service:rotate_desc'] = 'Créer un nouveau jeton ; l’ancien ne vaut plus rien';
$string['service:state:byhand'] = 'à faire vous-même';
$string['service:state:held'] = 'inchangé';
$string['service:state:made'] = 'fait';
$string['service:state:missing'] = 'à faire';
$string['service:test:broken'] = 'Elle ne peut pas être chargée : {$a}';
$string['service:test:capability'] = 'Le compte n’a pas la capacité {$a}.';
$string['service:test:garbage'] = 'Ce site s’est appelé lui-même sans obtenir de réponse d’un service web (HTTP {$a}).';
$string['service:test:notoffered'] = 'Elle ne figure pas dans la liste du service.';
$string['service:test:refused'] = 'Ce site s’est appelé lui-même et a été refusé : {$a}';
$string['service:test:unknown'] = 'Ce site ne la connaît pas : le plugin correspondant manque-t-il ?';
$string['service:test:unreachable'] = 'Ce site n’a pas pu s’appeler lui-même : {$a}';
$string['service:test:well'] = 'utilisable';
$string['service:tested'] = 'Fonctions utilisables : {$a->well} sur {$a->all}.';
$string['service:title'] = 'Configurer le service web';
$string['service:token'] = 'Il a un jeton';
$string['service:user'] = 'Le compte « {$a} » existe';
$string['service:validuntil'] = 'Le jeton est valable jusqu’à cette date : {$a}';
$string['service:webservices'] = 'Les services web sont activés';
$string['service:wishes'] = 'Configurer';
$string['setting:code'] = 'Code';
$string['setting:days'] = 'Jours';
$string['setting:days:mon'] = 'Lundi';
$string['setting:days:tue'] = 'Mardi';
$string['setting:enabled'] = 'Utiliser les étagères';
$string['setting:factor'] = 'Facteur';
$string['setting:floor'] = 'Étage le plus bas';
$string['setting:footer'] = 'Pied de page';
$string['setting:general'] = 'Général';
$string['setting:general_desc'] = 'Ce qui vaut pour chaque étagère.';
$string['setting:home'] = 'Catégorie d\'accueil';
$string['setting:hour'] = 'Heure';
$string['setting:keep'] = 'Garder les objets pendant';
$string['setting:limit'] = 'Objets par étagère';
$string['setting:limit_desc'] = 'Aucune étagère n\'en prend davantage.';
$string['setting:mode'] = 'Mode';
$string['setting:mode:few'] = 'Peu';
$string['setting:mode:many'] = 'Beaucoup';
$string['setting:reader'] = 'Lecteur';
$string['setting:remotes'] = 'Autres Moodle';
$string['setting:reviewers'] = 'Relecteurs';
$string['setting:server'] = 'Serveur';
$string['setting:servers'] = 'Serveurs';
$string['setting:title'] = 'Titre';
$string['setting:token'] = 'Jeton';
$string['setting:wait'] = 'Attente';
$string['setting:welcome'] = 'Accueil';
$string['task:move_items'] = 'Déplacer des objets vers une autre étagère';
$string['task:tidy'] = 'Ranger les étagères';
$string['task:work_task'] = 'Traiter une demande';
$string['wholenumber:any'] = 'Saisissez un nombre entier, sans décimales ni espaces.';
$string['wholenumber:atleast'] = 'Saisissez un nombre entier supérieur ou égal à {$a->min}.';
$string['wholenumber:atmost'] = 'Saisissez un nombre entier inférieur ou égal à {$a->max}.';
$string['wholenumber:between'] = 'Saisissez un nombre entier de {$a->min} à {$a->max}.';
