use serde::Deserialize;

#[derive(Deserialize)]
pub struct Config {
    pub environments: Vec<Environment>,
}

#[derive(Deserialize)]
pub struct Environment {
    pub name: String,
    pub bucket: String,
}

pub fn load(path: &str) -> anyhow::Result<Config> {
    todo!()
}
