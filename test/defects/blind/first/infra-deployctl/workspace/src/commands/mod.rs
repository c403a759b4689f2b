pub mod apply;
pub mod status;

#[derive(clap::Subcommand)]
pub enum Command {
    Apply { env: String },
    Status { env: String },
}

pub fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Apply { env } => apply::apply(&env),
        Command::Status { env } => status::status(&env),
    }
}
