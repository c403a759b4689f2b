pub fn status(env: &str) -> anyhow::Result<()> {
    Ok(())
}
