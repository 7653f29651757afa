import {describe, expect, it} from 'vitest';
import {placesOf, type Places} from '../../moodle/places.ts';

const portsOf = ({sites, mail, database}: Places): number[] =>
    [sites.client.port, sites.server.port, mail.smtpPort, mail.pagePort, database.port];

describe('the places of a pair', () => {
    it('are in .moodle/ of the project, from port 8480 on', () => {
        const places = placesOf({}, '/project');
        expect(places.state).toBe('/project/.moodle');
        expect(places.sites.client.url).toBe('http://127.0.0.1:8480');
        expect(places.sites.server.url).toBe('http://127.0.0.1:8481');
        expect(places.database.port).toBe(8489);
    });

    it('never meet those of a second pair with another folder and port', () => {
        const first = placesOf({}, '/project');
        const second = placesOf({MOODLE_STATE: '/elsewhere', MOODLE_PORT: '8490'}, '/project');
        expect(portsOf(first).filter(port => portsOf(second).includes(port))).toEqual([]);
        expect(JSON.stringify({...second, cache: ''})).not.toContain('/project/');
    });

    it('give every program a port of its own', () => {
        const ports = portsOf(placesOf({}, '/project'));
        expect(new Set(ports).size).toBe(ports.length);
    });

    it.each(['', 'eighty', '80', '65530', '8480.5'])('refuse the port %j', port => {
        expect(() => placesOf({MOODLE_PORT: port}, '/project')).toThrow(/bad-port/);
    });
});
