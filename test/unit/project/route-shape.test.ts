import { describe, expect, it } from 'vitest';
import { routeShape } from '../../../src/core/project/routes/route-shape';

describe('the shape of an endpoint', () => {
  it.each(['/teams/{id}', '/teams/:id', '/teams/<int:id>', '/teams/[id]', '/teams/$id', '/Teams/{teamId}/'])(
    'is one, however its parameter is written: %s',
    (route) => {
      expect(routeShape(route)).toBe('/teams/{}');
    },
  );

  it.each(['/teams?active=true', '/teams?', '/teams/'])('has nothing of what is asked of it: %s', (route) => {
    expect(routeShape(route)).toBe('/teams');
  });

  it('keeps what stands behind a parameter that may be left out', () => {
    expect(routeShape('/teams/:id?/members')).toBe('/teams/{}/members');
    expect(routeShape('/docs/[[...slug]]')).toBe('/docs/{}');
  });
});
