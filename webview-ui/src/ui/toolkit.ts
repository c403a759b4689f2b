import type { ComponentType, ReactNode, Ref } from 'react';
import {
  VSCodeButton,
  VSCodeCheckbox,
  VSCodeTextArea,
  VSCodeTextField,
} from '@vscode/webview-ui-toolkit/react';

/**
 * The only import of the control library. Its React wrappers are typed against React 17 (class components, no ref to
 * the element), so the few properties the wizard uses are typed here anew.
 * See docs/decisions/0001-control-library.md.
 */
interface ToolkitProps {
  readonly ref?: Ref<HTMLElement>;
  readonly id?: string;
  readonly className?: string;
  readonly children?: ReactNode;
}

interface TextProps extends ToolkitProps {
  readonly value: string;
  readonly placeholder?: string;
  readonly onInput: (event: Event) => void;
  readonly onBlur?: () => void;
}

function wrapped<Props>(wrapper: unknown): ComponentType<Props> {
  return wrapper as ComponentType<Props>;
}

export const ToolkitButton = wrapped<
  ToolkitProps & { readonly appearance: 'primary' | 'secondary' | 'icon'; readonly onClick: () => void }
>(VSCodeButton);

export const ToolkitCheckbox = wrapped<ToolkitProps & { readonly onChange: (event: Event) => void }>(
  VSCodeCheckbox,
);

export const ToolkitTextField = wrapped<TextProps>(VSCodeTextField);

export const ToolkitTextArea = wrapped<
  TextProps & { readonly rows: number; readonly resize: 'none' | 'vertical' }
>(VSCodeTextArea);
