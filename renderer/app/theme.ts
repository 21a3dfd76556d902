import {
  Combobox,
  convertCssVariables,
  createTheme,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  Drawer,
  mergeMantineTheme,
  Menu,
  Modal,
  Portal,
  Select,
  Tooltip,
  type MantineColorsTuple,
} from '@mantine/core';

/** The tokens of the house (look.md). Screens use these names only, never a colour of their own. */
const tokens = {
  ink: '#18222d',
  'ink-2': '#52606d',
  // Lightest ink that still reads 4.5 : 1 on the page colour; the drawing's #7b8794 does not.
  'ink-3': '#65717e',
  line: '#e1e6eb',
  'line-strong': '#c9d1d9',
  page: '#f5f7f8',
  card: '#ffffff',
  primary: '#0f5f6c',
  'primary-soft': '#e3f1f3',
  red: '#b3261e',
  'red-soft': '#fdecea',
  amber: '#8a5a00',
  'amber-soft': '#fff3d6',
  'amber-line': '#efc98a',
  'amber-dot': '#d4901a',
  green: '#1c6b3f',
  'green-soft': '#e4f4ea',
  blue: '#1f5fa8',
  'blue-soft': '#e6f0fb',
  neutral: '#52606d',
  'neutral-soft': '#e9edf1',
} as const;

/** Ten steps from a soft ground to the full colour; steps 6 to 9 are the full colour and darker. */
function shades(soft: string, full: string, dark: string): MantineColorsTuple {
  const mix = (share: number): string => mixHex(soft, full, share);
  return [
    soft,
    mix(0.12),
    mix(0.26),
    mix(0.42),
    mix(0.6),
    mix(0.8),
    full,
    mixHex(full, dark, 0.4),
    mixHex(full, dark, 0.7),
    dark,
  ];
}

function mixHex(from: string, to: string, share: number): string {
  const channel = (at: number): string => {
    const start = Number.parseInt(from.slice(at, at + 2), 16);
    const end = Number.parseInt(to.slice(at, at + 2), 16);
    return Math.round(start + (end - start) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** Element that takes notices, dialogs and menus. */
export const OVERLAYS_ID = 'overlays';

/** Sizes are in rem, so that the large type switch (a bigger root) enlarges every screen as a whole. */
export const theme = createTheme({
  fontFamily: "'Be Vietnam Pro', 'Noto Sans', sans-serif",
  fontFamilyMonospace: "'Noto Sans Mono', monospace",
  primaryColor: 'brand',
  primaryShade: 6,
  black: tokens.ink,
  white: tokens.card,
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.467', md: '1.45', lg: '1.4', xl: '1.35' },
  headings: {
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.35' },
      h2: { fontSize: '1rem', lineHeight: '1.4', fontWeight: '600' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4', fontWeight: '600' },
    },
  },
  colors: {
    brand: shades(tokens['primary-soft'], tokens.primary, '#0a434d'),
    red: shades(tokens['red-soft'], tokens.red, '#7d1a15'),
    amber: shades(tokens['amber-soft'], tokens.amber, '#5f3e00'),
    green: shades(tokens['green-soft'], tokens.green, '#124a2b'),
    blue: shades(tokens['blue-soft'], tokens.blue, '#153f70'),
  },
  components: {
    // Closed lists are not kept in the page: there are many of them, and a closed one need not be named.
    Combobox: Combobox.extend({ defaultProps: { keepMounted: false } }),
    // Locking the scroll writes a style element, which the page's policy forbids; the page itself never scrolls.
    // What opens over the screen stands in a landmark, so that a screen reader finds it.
    Portal: Portal.extend({ defaultProps: { target: `#${OVERLAYS_ID}` } }),
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, position: 'right' } }),
    Select: Select.extend({ defaultProps: { checkIconPosition: 'right', allowDeselect: false } }),
    Tooltip: Tooltip.extend({
      defaultProps: { withArrow: true, openDelay: 400, events: { hover: true, focus: true, touch: false } },
    }),
  },
});

/** Grounds of the `light` variant: the soft token itself, and the full colour for words on it. */
const softGrounds = Object.fromEntries(
  (
    [
      ['brand', 'primary'],
      ['red', 'red'],
      ['amber', 'amber'],
      ['green', 'green'],
      ['blue', 'blue'],
    ] as const
  ).flatMap(([color, token]) => [
    [`--mantine-color-${color}-light`, tokens[`${token}-soft`]],
    [`--mantine-color-${color}-light-hover`, mixHex(tokens[`${token}-soft`], tokens[token], 0.12)],
    [`--mantine-color-${color}-light-color`, tokens[token]],
  ]),
);

/**
 * Gives the theme's variables to the page as a constructed style sheet: the page's policy allows no style elements,
 * which Mantine would write by itself.
 */
export function installTheme(): void {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const variables = defaultCssVariablesResolver(merged);
  const own = Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--hx-${name}`, value]));
  const light = {
    ...variables.light,
    ...softGrounds,
    '--mantine-color-scheme': 'light',
    '--mantine-color-body': tokens.page,
    '--mantine-color-text': tokens.ink,
    '--mantine-color-dimmed': tokens['ink-2'],
    '--mantine-color-placeholder': tokens['ink-3'],
    '--mantine-color-default-border': tokens['line-strong'],
    '--mantine-color-error': tokens.red,
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(convertCssVariables({ ...variables, variables: { ...variables.variables, ...own }, light }));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
