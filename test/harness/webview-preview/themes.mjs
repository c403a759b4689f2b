/**
 * The variables that VS Code sets on a webview's root, as far as the wizard and its control library read them, with the
 * values of the four themes that VS Code starts with.
 */
export const themeNames = /** @type {const} */ (['dark', 'light', 'high-contrast', 'high-contrast-light']);
/** @typedef {(typeof themeNames)[number]} ThemeName */

/** What VS Code writes into `data-vscode-theme-kind`. @type {Record<ThemeName, string>} */
export const themeKinds = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'high-contrast': 'vscode-high-contrast',
  'high-contrast-light': 'vscode-high-contrast-light',
};

/** The class of the body: the light one with high contrast has that of the dark one besides. @type {Record<ThemeName, string>} */
export const themeClasses = {
  ...themeKinds,
  'high-contrast-light': 'vscode-high-contrast-light vscode-high-contrast',
};

/** What VS Code puts into every webview for focus and text, in its layer, as `webview/browser/pre/index.html` has it. */
export const defaultCss = `@layer vscode-default {
  body {
    background-color: transparent;
    color: var(--vscode-editor-foreground);
    font-family: var(--vscode-font-family);
    font-weight: var(--vscode-font-weight);
    font-size: var(--vscode-font-size);
    margin: 0;
    padding: 0 20px;
  }
  a:focus,
  input:focus,
  select:focus,
  textarea:focus {
    outline: 1px solid -webkit-focus-ring-color;
    outline-offset: -1px;
  }
  code {
    padding: 1px 3px;
    border-radius: 4px;
  }
}
`;

const fonts = {
  'font-family': 'system-ui, "Ubuntu", "Droid Sans", "DejaVu Sans", sans-serif',
  'font-size': '13px',
  'font-weight': 'normal',
  'editor-font-family': '"Droid Sans Mono", "DejaVu Sans Mono", monospace',
  'editor-font-size': '14px',
};

const dark = {
  foreground: '#cccccc',
  descriptionForeground: '#9d9d9d',
  disabledForeground: 'rgba(204, 204, 204, 0.5)',
  errorForeground: '#f85149',
  focusBorder: '#0078d4',
  'editor-background': '#1f1f1f',
  'editor-foreground': '#cccccc',
  'panel-border': '#2b2b2b',
  'widget-border': '#313131',
  'textLink-foreground': '#4daafc',
  'textLink-activeForeground': '#4daafc',
  'textBlockQuote-background': '#2b2b2b',
  'button-background': '#0078d4',
  'button-foreground': '#ffffff',
  'button-hoverBackground': '#026ec1',
  'button-border': 'rgba(255, 255, 255, 0.1)',
  'button-secondaryBackground': 'rgba(0, 0, 0, 0)',
  'button-secondaryForeground': '#cccccc',
  'button-secondaryBorder': 'rgba(204, 204, 204, 0.15)',
  'button-secondaryHoverBackground': '#2b2b2b',
  'input-background': '#313131',
  'input-foreground': '#cccccc',
  'input-border': '#3c3c3c',
  'input-placeholderForeground': '#989898',
  'inputOption-activeBackground': 'rgba(36, 137, 219, 0.51)',
  'inputOption-activeForeground': '#ffffff',
  'inputOption-activeBorder': '#2488db',
  'inputValidation-errorBorder': '#be1100',
  'dropdown-background': '#313131',
  'dropdown-foreground': '#cccccc',
  'dropdown-border': '#3c3c3c',
  'checkbox-background': '#313131',
  'checkbox-border': '#3c3c3c',
  'checkbox-foreground': '#cccccc',
  'badge-background': '#616161',
  'badge-foreground': '#f8f8f8',
  'list-hoverBackground': '#2a2d2e',
  'progressBar-background': '#0078d4',
  'editorError-foreground': '#f14c4c',
  'editorWarning-foreground': '#cca700',
  'editorInfo-foreground': '#59a4f9',
  'testing-iconPassed': '#73c991',
  'icon-foreground': '#cccccc',
  'editorWidget-background': '#202020',
  'toolbar-hoverBackground': 'rgba(90, 93, 94, 0.31)',
  'toolbar-activeBackground': 'rgba(99, 102, 103, 0.31)',
  'list-warningForeground': '#cca700',
  'list-errorForeground': '#f88070',
  'charts-blue': '#59a4f9',
  'charts-yellow': '#cca700',
  'charts-green': '#89d185',
  'scrollbarSlider-background': 'rgba(121, 121, 121, 0.4)',
  'scrollbarSlider-hoverBackground': 'rgba(100, 100, 100, 0.7)',
  'scrollbarSlider-activeBackground': 'rgba(191, 191, 191, 0.4)',
};

const light = {
  foreground: '#3b3b3b',
  descriptionForeground: '#3b3b3b',
  disabledForeground: 'rgba(97, 97, 97, 0.5)',
  errorForeground: '#f85149',
  focusBorder: '#005fb8',
  'editor-background': '#ffffff',
  'editor-foreground': '#3b3b3b',
  'panel-border': '#e5e5e5',
  'widget-border': '#e5e5e5',
  'textLink-foreground': '#005fb8',
  'textLink-activeForeground': '#005fb8',
  'textBlockQuote-background': '#f8f8f8',
  'button-background': '#005fb8',
  'button-foreground': '#ffffff',
  'button-hoverBackground': '#0258a8',
  'button-border': 'rgba(0, 0, 0, 0.1)',
  'button-secondaryBackground': '#e5e5e5',
  'button-secondaryForeground': '#3b3b3b',
  'button-secondaryBorder': 'rgba(59, 59, 59, 0.15)',
  'button-secondaryHoverBackground': '#cccccc',
  'input-background': '#ffffff',
  'input-foreground': '#3b3b3b',
  'input-border': '#cecece',
  'input-placeholderForeground': '#767676',
  'inputOption-activeBackground': '#bed6ed',
  'inputOption-activeForeground': '#000000',
  'inputOption-activeBorder': '#005fb8',
  'inputValidation-errorBorder': '#be1100',
  'dropdown-background': '#ffffff',
  'dropdown-foreground': '#3b3b3b',
  'dropdown-border': '#cecece',
  'checkbox-background': '#f8f8f8',
  'checkbox-border': '#cecece',
  'checkbox-foreground': '#3b3b3b',
  'badge-background': '#cccccc',
  'badge-foreground': '#3b3b3b',
  'list-hoverBackground': '#f2f2f2',
  'progressBar-background': '#005fb8',
  'editorError-foreground': '#e51400',
  'editorWarning-foreground': '#bf8803',
  'editorInfo-foreground': '#0063d3',
  'testing-iconPassed': '#73c991',
  'icon-foreground': '#3b3b3b',
  'editorWidget-background': '#f8f8f8',
  'toolbar-hoverBackground': 'rgba(184, 184, 184, 0.31)',
  'toolbar-activeBackground': 'rgba(166, 166, 166, 0.31)',
  'list-warningForeground': '#855f00',
  'list-errorForeground': '#b01011',
  'charts-blue': '#0063d3',
  'charts-yellow': '#bf8803',
  'charts-green': '#388a34',
  'scrollbarSlider-background': 'rgba(100, 100, 100, 0.4)',
  'scrollbarSlider-hoverBackground': 'rgba(100, 100, 100, 0.7)',
  'scrollbarSlider-activeBackground': 'rgba(0, 0, 0, 0.6)',
};

/** High contrast themes leave many colours unset; that is what makes them hard, so nothing is filled in here. */
const highContrast = {
  foreground: '#ffffff',
  descriptionForeground: 'rgba(255, 255, 255, 0.7)',
  disabledForeground: '#a5a5a5',
  errorForeground: '#f48771',
  focusBorder: '#f38518',
  contrastBorder: '#6fc3df',
  contrastActiveBorder: '#f38518',
  'editor-background': '#000000',
  'editor-foreground': '#ffffff',
  'panel-border': '#6fc3df',
  'widget-border': '#6fc3df',
  'textLink-foreground': '#21a6ff',
  'textLink-activeForeground': '#21a6ff',
  'button-foreground': '#ffffff',
  'button-border': '#6fc3df',
  'button-secondaryForeground': '#ffffff',
  'button-secondaryBorder': '#6fc3df',
  'input-background': '#000000',
  'input-foreground': '#ffffff',
  'input-border': '#6fc3df',
  'input-placeholderForeground': 'rgba(255, 255, 255, 0.7)',
  'inputOption-activeBackground': 'rgba(0, 0, 0, 0)',
  'inputOption-activeForeground': '#ffffff',
  'inputOption-activeBorder': '#6fc3df',
  'inputValidation-errorBorder': '#6fc3df',
  'dropdown-background': '#000000',
  'dropdown-foreground': '#ffffff',
  'dropdown-border': '#6fc3df',
  'checkbox-background': '#000000',
  'checkbox-foreground': '#ffffff',
  'checkbox-border': '#6fc3df',
  'badge-background': '#000000',
  'badge-foreground': '#ffffff',
  'progressBar-background': '#6fc3df',
  'editorError-border': 'rgba(228, 119, 119, 0.8)',
  'editorError-foreground': '#f48771',
  'editorWarning-foreground': '#ffd370',
  'editorInfo-foreground': '#59a4f9',
  'testing-iconPassed': '#73c991',
  'icon-foreground': '#ffffff',
  'editorWidget-background': '#0c141f',
  'charts-blue': '#59a4f9',
  'charts-yellow': '#ffd370',
  'charts-green': '#89d185',
  'scrollbarSlider-background': 'rgba(111, 195, 223, 0.6)',
  'scrollbarSlider-hoverBackground': 'rgba(111, 195, 223, 0.8)',
  'scrollbarSlider-activeBackground': '#6fc3df',
};

const highContrastLight = {
  foreground: '#292929',
  descriptionForeground: 'rgba(41, 41, 41, 0.7)',
  disabledForeground: '#7f7f7f',
  errorForeground: '#b5200d',
  focusBorder: '#006bbd',
  contrastBorder: '#0f4a85',
  contrastActiveBorder: '#006bbd',
  'editor-background': '#ffffff',
  'editor-foreground': '#292929',
  'panel-border': '#0f4a85',
  'widget-border': '#0f4a85',
  'textLink-foreground': '#0f4a85',
  'textLink-activeForeground': '#0f4a85',
  'textBlockQuote-background': '#f2f2f2',
  'button-background': '#0f4a85',
  'button-foreground': '#ffffff',
  'button-border': '#0f4a85',
  'button-secondaryBackground': '#ffffff',
  'button-secondaryForeground': '#292929',
  'button-secondaryBorder': '#0f4a85',
  'input-background': '#ffffff',
  'input-foreground': '#292929',
  'input-border': '#0f4a85',
  'input-placeholderForeground': 'rgba(41, 41, 41, 0.7)',
  'inputOption-activeBackground': 'rgba(0, 0, 0, 0)',
  'inputOption-activeForeground': '#292929',
  'inputOption-activeBorder': '#0f4a85',
  'inputValidation-errorBorder': '#0f4a85',
  'dropdown-background': '#ffffff',
  'dropdown-foreground': '#292929',
  'dropdown-border': '#0f4a85',
  'checkbox-background': '#ffffff',
  'checkbox-foreground': '#292929',
  'checkbox-border': '#0f4a85',
  'badge-background': '#0f4a85',
  'badge-foreground': '#ffffff',
  'progressBar-background': '#0f4a85',
  'editorError-foreground': '#b5200d',
  'editorWarning-foreground': '#895503',
  'editorInfo-foreground': '#0063d3',
  'testing-iconPassed': '#007100',
  'icon-foreground': '#292929',
  'editorWidget-background': '#ffffff',
  'charts-blue': '#0063d3',
  'charts-yellow': '#895503',
  'charts-green': '#374e06',
  'scrollbarSlider-background': 'rgba(15, 74, 133, 0.4)',
  'scrollbarSlider-hoverBackground': 'rgba(15, 74, 133, 0.6)',
  'scrollbarSlider-activeBackground': '#0f4a85',
};

/** @type {Record<ThemeName, Record<string, string>>} */
const colours = {
  dark,
  light,
  'high-contrast': highContrast,
  'high-contrast-light': highContrastLight,
};

/**
 * The style sheet that stands in for the style attribute VS Code puts on `<html>`.
 * @param {ThemeName} theme
 */
export function themeCss(theme) {
  const variables = Object.entries({ ...fonts, ...colours[theme] });
  const scheme = theme === 'dark' || theme === 'high-contrast' ? 'dark' : 'light';
  const lines = variables.map(([name, value]) => `  --vscode-${name}: ${value};`);
  return `html {\n  color-scheme: ${scheme};\n${lines.join('\n')}\n}\n`;
}
