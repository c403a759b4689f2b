import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { ToolkitCheckbox } from './toolkit';

interface CheckboxProps {
  readonly children: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** The text inside names the box for good: give a changing one a `key`. */
export function Checkbox({ children, checked, onChange }: CheckboxProps) {
  const ref = useRef<HTMLElement>(null);
  // The toolkit fires `change` when the property is set, too: only what happens outside of that is a person's click.
  const setting = useRef(false);
  useLayoutEffect(() => {
    const box = ref.current as HTMLInputElement | null;
    if (!box || box.checked === checked) return;
    setting.current = true;
    box.checked = checked;
    setting.current = false;
  }, [checked]);
  return (
    <ToolkitCheckbox
      ref={ref}
      onChange={(event) => {
        if (!setting.current) onChange((event.target as HTMLInputElement).checked);
      }}
    >
      {children}
    </ToolkitCheckbox>
  );
}
