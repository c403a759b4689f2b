pub fn apply(env: &str) -> anyhow::Result<()> {
    Ok(())
}
