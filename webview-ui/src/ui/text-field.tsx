import { useInnerControl } from './inner-control';
import type { ControlFacts } from './inner-control';
import { SeverityText } from './severity-text';
import { ToolkitTextArea, ToolkitTextField } from './toolkit';

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  /** Help under the field. */
  readonly hint?: string;
  /** What is wrong with the value, or `null`; replaces the hint. */
  readonly problem?: string | null;
  /** Read with the control in place of hint and problem, where those stand elsewhere. */
  readonly description?: string;
  /** Marks the control where what is wrong with it stands elsewhere. */
  readonly questioned?: boolean;
}

export function TextField(props: TextProps) {
  const { label, value, onInput, onBlur, placeholder, hint, problem } = props;
  const ref = useInnerControl(factsOf(props));
  return (
    <div className={problem ? 'field field-invalid' : 'field'}>
      <ToolkitTextField
        ref={ref}
        className="field-control"
        value={value}
        {...(placeholder ? { placeholder } : {})}
        onInput={(event) => onInput(textOf(event))}
        {...(onBlur ? { onBlur } : {})}
      >
        {label}
      </ToolkitTextField>
      <FieldNote hint={hint} problem={problem} />
    </div>
  );
}

export function TextArea({
  label,
  value,
  onInput,
  onBlur,
  placeholder,
  hint,
  problem,
  rows,
  ...rest
}: TextProps & {
  readonly rows: number;
}) {
  const ref = useInnerControl(factsOf({ hint, problem, ...rest }));
  return (
    <div className={problem ? 'field field-invalid' : 'field'}>
      <ToolkitTextArea
        ref={ref}
        className="field-control"
        rows={rows}
        resize="vertical"
        value={value}
        {...(placeholder ? { placeholder } : {})}
        onInput={(event) => onInput(textOf(event))}
        {...(onBlur ? { onBlur } : {})}
      >
        {label}
      </ToolkitTextArea>
      <FieldNote hint={hint} problem={problem} />
    </div>
  );
}

function factsOf({ hint, problem, description, questioned }: Partial<Loose>): ControlFacts {
  return { description: description ?? problem ?? hint, invalid: Boolean(problem) || questioned === true };
}

type Loose = {
  readonly [Key in 'hint' | 'problem' | 'description' | 'questioned']: TextProps[Key] | undefined;
};

function FieldNote({
  hint,
  problem,
}: {
  readonly hint?: string | undefined;
  readonly problem?: string | null | undefined;
}) {
  if (problem) {
    return (
      <p className="field-problem" role="alert">
        <SeverityText severity="error">{problem}</SeverityText>
      </p>
    );
  }
  return hint ? <p className="field-hint">{hint}</p> : null;
}

function textOf(event: Event): string {
  const target = event.target as HTMLInputElement | HTMLTextAreaElement;
  return target.value;
}
