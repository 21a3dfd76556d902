/** The house's import rules. Each has a name, a reason, and a from/to. */
const no = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const TEST = '\\.test\\.tsx?$';
/** What tests of the server stand on; it does not ship. */
const TEST_FIXTURE = '^server/test-[a-z-]+\\.ts$';

module.exports = {
  forbidden: [
    no('no-cycles', 'A cycle has no bottom to start reading from.', {}, { circular: true }),
    no('no-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true }),

    no(
      'shared-stands-alone',
      'shared/ is code that both ends run.',
      { path: '^shared/', pathNot: TEST },
      { path: '^(electron|renderer|server|parcel|e2e|build)/' },
    ),
    no(
      'shared-base-is-bottom',
      'base knows nothing above it.',
      { path: '^shared/base/' },
      { path: '^shared/(?!base/)' },
    ),
    no(
      'sync-knows-no-entity',
      'Merging is generic; entities.ts binds it to the domain.',
      { path: '^shared/sync/' },
      { path: '^shared/(domain|contract|entities)' },
    ),
    no(
      'domain-knows-no-sync',
      'A document does not know that it travels.',
      { path: '^shared/domain/' },
      { path: '^shared/(sync|contract|entities)' },
    ),
    no(
      'entities-below-contract',
      'What travels is decided before how.',
      { path: '^shared/entities' },
      { path: '^shared/contract/' },
    ),
    no(
      'shared-libraries',
      'shared/ runs in two runtimes; it may use zod only.',
      { path: '^shared/', pathNot: TEST },
      { path: 'node_modules', pathNot: 'node_modules/zod' },
    ),
    no(
      'shared-no-node',
      'No Node built-ins in shared/.',
      { path: '^shared/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),

    no(
      'parcel-reaches-shared-only',
      'What lies on a stick is written and read by PC and province alike; the room knows neither.',
      { path: '^parcel/', pathNot: TEST },
      { path: '^(electron|renderer|server|e2e|build)/' },
    ),
    no(
      'parcel-is-for-node',
      'The page hands over messages; disks, keys and hashes are the main process’s and the server’s.',
      { path: '^(renderer|shared)/', pathNot: TEST },
      { path: '^parcel/' },
    ),
    no(
      'electron-reaches-shared-only',
      'The desktop talks to the page and the province by contract.',
      { path: '^electron/', pathNot: TEST },
      { path: '^(renderer|server|e2e|build)/' },
    ),
    no(
      'preload-is-thin',
      'Preload may see the contract and electron.',
      { path: '^electron/preload/' },
      { path: '^(electron/main|shared/(?!contract/))' },
    ),
    no(
      'main-does-not-import-preload',
      'They run in different processes.',
      { path: '^electron/main/' },
      { path: '^electron/preload/' },
    ),

    no(
      'renderer-reaches-shared-only',
      'The renderer talks to the desktop by contract; of build/ it takes only the fonts.',
      { path: '^renderer/', pathNot: TEST },
      { path: '^(electron|server|e2e|build/(?!fonts/))' },
    ),
    no(
      'renderer-no-node',
      'The renderer is a web page.',
      { path: '^renderer/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    no(
      'features-do-not-meet',
      'What two features share goes down; what joins them goes up to app/.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    no(
      'feature-front-door',
      'app/ enters a feature through its index.ts.',
      { path: '^renderer/app/' },
      { path: '^renderer/features/[^/]+/(?!index\\.tsx?$)' },
    ),
    no(
      'renderer-layers-point-down',
      'app > features > data, sync, ui, platform, messages.',
      { path: '^renderer/(data|sync|ui|platform|messages)/' },
      { path: '^renderer/(app|features)/' },
    ),
    no(
      'features-know-no-app',
      'app/ composes features, not the other way round.',
      { path: '^renderer/features/' },
      { path: '^renderer/app/' },
    ),
    no(
      'data-knows-no-network',
      'Repositories write rows and outbox entries; sync/ moves them.',
      { path: '^renderer/data/', pathNot: TEST },
      { path: '^renderer/(sync|ui|platform)/' },
    ),
    no(
      'ui-knows-no-domain',
      'ui/ is buttons and tables, not documents.',
      { path: '^renderer/ui/' },
      { path: '^(shared/(domain|sync|entities|contract)|renderer/(data|sync|platform))' },
    ),
    no(
      'paper-knows-no-store',
      'paper/ turns what it is given into PDF, DOCX and XLSX; it neither reads records nor shows screens.',
      { path: '^renderer/paper/', pathNot: TEST },
      { path: '^renderer/(app|features|data|sync|ui|platform|viewer)/' },
    ),
    no(
      'paper-is-below-features',
      'What is printed is asked for by features.',
      { path: '^renderer/(data|sync|ui|platform|messages)/', pathNot: TEST },
      { path: '^renderer/paper/' },
    ),
    no(
      'dexie-stays-in-data',
      'Only data/ speaks IndexedDB.',
      { path: '^renderer/', pathNot: '^renderer/data/' },
      { path: 'node_modules/dexie' },
    ),
    no(
      'migrations-are-frozen',
      'A released migration may not change because live code did.',
      { path: '^renderer/data/schema/v\\d+', pathNot: TEST },
      { path: '^(renderer|shared|electron)/', pathNot: '^renderer/data/schema/types\\.ts$' },
    ),
    no(
      'contract-through-adapters',
      'Features ask platform/ and sync/; only those speak the contract.',
      { path: '^renderer/(app|features|ui|data)/', pathNot: TEST },
      { path: '^shared/contract/' },
    ),
    no(
      'electron-stays-home',
      'Only electron/ may import electron.',
      { path: '^(?!electron/|e2e/|build/electron-runtime/launcher/)' },
      { path: 'node_modules/electron/', dependencyTypesNot: ['type-only'] },
    ),

    no(
      'server-reaches-shared-only',
      'The server talks to the desktop by contract.',
      { path: '^server/', pathNot: TEST },
      { path: '^(electron|renderer|e2e|build)/' },
    ),
    no(
      'routes-through-services',
      'HTTP does not write SQL.',
      { path: '^server/routes/', pathNot: TEST },
      { path: '^server/storage/|node_modules/(kysely|pg)/' },
    ),
    no(
      'server-layers-point-down',
      'routes > services > storage.',
      { path: '^server/storage/', pathNot: TEST },
      { path: '^server/(routes|services)/' },
    ),
    no(
      'services-know-no-http',
      'The rules of sync must be testable without a port.',
      { path: '^server/services/', pathNot: TEST },
      { path: '^server/routes/|node_modules/fastify' },
    ),
    no(
      'services-know-no-routes',
      'Services are below routes.',
      { path: '^server/services/' },
      { path: '^server/routes/' },
    ),

    no(
      'no-dev-packages-in-products',
      'What ships may only use dependencies, not devDependencies.',
      { path: '^(shared|parcel|renderer|server)/', pathNot: [TEST, TEST_FIXTURE] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\?url$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
