import { describe, expect, it } from 'vitest';

import { findSymbols, maskCode } from '../../../src/core/project/code/find-symbols';
import { languageOf } from '../../../src/core/project/code/languages';
import type { ProjectIndex } from '../../../src/core/project/project-index';
import { findMounts } from '../../../src/core/project/routes/find-mounts';
import { findRoutes } from '../../../src/core/project/routes/find-routes';
import { wholeRoutes } from '../../../src/core/project/routes/whole-routes';

/** Endpoints of the actions of a project, as clients call them. */
function served(files: Readonly<Record<string, string>>): readonly string[] {
  const read = Object.entries(files).map(([path, text]) => {
    const language = languageOf(path);
    if (language === null) throw new Error(`No language for ${path}`);
    const masked = maskCode(text, language);
    return {
      routes: findRoutes(path, text, masked, language),
      symbols: findSymbols(path, text, language),
      mounts: findMounts(path, text),
    };
  });
  const index: ProjectIndex = {
    ...{ files: Object.keys(files), scripts: [], dependencies: [], names: [], tables: [], skipped: [] },
    routes: read.flatMap(({ routes }) => routes),
    symbols: read.flatMap(({ symbols }) => symbols),
    mounts: read.flatMap(({ mounts }) => mounts),
  };
  return wholeRoutes(index)
    .filter(({ path }) => path.endsWith('views.py'))
    .map(({ method, route, line }) => `${line} ${method} ${route}`);
}

const urls = (module: string, view = 'LoanViewSet'): string =>
  `from django.urls import path, include
from rest_framework.routers import DefaultRouter
from ${module} import ${view.split('.')[0]}
router = DefaultRouter()
router.register("loans", ${view})
urlpatterns = [path("api/", include(router.urls))]
`;

const views = `from rest_framework.decorators import action
class LoanViewSet(viewsets.ModelViewSet):
    @action(detail=True, methods=["post"])
    def give_back(self, request, pk=None): ...

    @action(
        detail=False,
        url_path="late/(?P<days>\\\\d+)",
        permission_classes=[IsAdmin],
    )
    @transaction.atomic
    async def late(self, request): ...

    @action(methods=("put", "patch"), detail=True, url_path="note/")
    def edit_note(self, request, pk=None): ...

    @edit_note.mapping.delete
    def drop_note(self, request, pk=None): ...

    # @action(detail=True)
    def of_no_one(self): ...
`;
const found = (base: string): readonly string[] => [
  `3 POST ${base}/{pk}/give_back`,
  `6 GET ${base}/late/{days}`,
  `14 PUT ${base}/{pk}/note`,
  `14 PATCH ${base}/{pk}/note`,
  `17 DELETE ${base}/{pk}/note`,
];

describe('actions of view sets', () => {
  it.each([
    ['a router of another file', { 'config/urls.py': urls('loans.views'), 'loans/views.py': views }],
    ['the file beside it', { 'loans/urls.py': urls('.', 'views.LoanViewSet'), 'loans/views.py': views }],
    [
      'a package that hands it on',
      { 'config/urls.py': urls('loans.api'), 'loans/api/views.py': views, 'loans/api/__init__.py': '' },
    ],
  ])('are served below the prefix of %s', (_where, files) => {
    expect(served(files)).toEqual(found('/api/loans'));
  });

  it('are served below what another file puts before the router', () => {
    const root = 'urlpatterns = [path("v2/", include("loans.urls"))]\n';
    const files = { 'config/urls.py': root, 'loans/urls.py': urls('.views'), 'loans/views.py': views };
    expect(served(files)).toEqual(found('/v2/api/loans'));
  });

  it('of two view sets with one name belong to the router that imports them', () => {
    const other = views.split('\n').slice(0, 4).join('\n').replace('give_back', 'renew');
    expect(
      served({
        'loans/urls.py': urls('.views'),
        'loans/views.py': views,
        'rooms/urls.py': urls('rooms.views').replace('"loans"', '"rooms"'),
        'rooms/views.py': other,
      }),
    ).toEqual([...found('/api/loans'), '3 POST /api/rooms/{pk}/renew']);
  });

  it('are known beside a router at the root, where another view set has the name', () => {
    const other = views.split('\n').slice(0, 4).join('\n').replace('give_back', 'renew');
    expect(
      served({
        ...{ 'urls.py': urls('.views'), 'views.py': views },
        'rooms/urls.py': urls('rooms.views').replace('"loans"', '"rooms"'),
        'rooms/views.py': other,
      }),
    ).toEqual([...found('/api/loans'), '3 POST /api/rooms/{pk}/renew']);
  });

  it('that no router registers serve nothing', () => {
    expect(served({ 'loans/views.py': views })).toEqual([]);
  });
});
