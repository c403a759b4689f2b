/** A codicon by name. Always decoration: what it means stands in text beside it. */
export function Icon({ name, className = '' }: { readonly name: string; readonly className?: string }) {
  return <i className={`codicon codicon-${name} ${className}`.trimEnd()} aria-hidden="true" />;
}
