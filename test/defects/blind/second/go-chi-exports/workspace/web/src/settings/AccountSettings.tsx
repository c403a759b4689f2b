export function AccountSettings() {
  return <section><h2>Account</h2></section>
}
