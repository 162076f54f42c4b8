import { registerHooks } from 'node:module';

// Prints every action that the site offers, with the names of its form's fields, as JSON. Astro's
// own module is there in a build only; what stands in for it keeps what the actions are made of.
const STAND_INS: Record<string, string> = {
  'astro:actions': `
    export class ActionError extends Error {}
    export const isInputError = () => false;
    export const defineAction = ({ input }) => ({ isAction: true, input });`,
  './account-door.ts': `export const door = (input) => ({ isAction: true, input });`,
};

registerHooks({
  resolve: (specifier, context, next) =>
    specifier in STAND_INS
      ? { url: `stand-in:${specifier}`, format: 'module', shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url.startsWith('stand-in:')
      ? { source: STAND_INS[url.slice('stand-in:'.length)], format: 'module', shortCircuit: true }
      : next(url, context),
});

interface Offered {
  isAction?: true;
  input?: { shape: Record<string, unknown> };
}

function actionsIn(value: Offered, name: string): [string, string[]][] {
  if (value.isAction) return [[name, Object.keys(value.input?.shape ?? {})]];
  return Object.entries(value).flatMap(([key, inner]) =>
    actionsIn(inner as Offered, name === '' ? key : `${name}.${key}`),
  );
}

// After the hooks, which have to be there first; its types want Astro's module.
const { server } = (await import(String('#src/actions/index.ts'))) as { server: Offered };
console.log(JSON.stringify(Object.fromEntries(actionsIn(server, ''))));
