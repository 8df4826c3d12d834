//! The `takeaway` program: reads its arguments, starts what they ask for, and reports how it ended.

use std::process::ExitCode;

use clap::Parser;
use takeaway::cli::{self, Arguments};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.step_back();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            cli::show::complain(&format!("cannot start: {error}"));
            return ExitCode::from(2);
        }
    };
    match runtime.block_on(cli::run(arguments)) {
        Ok(code) => code,
        Err(error) if cli::show::is_closed(&error) => ExitCode::SUCCESS,
        Err(error) => {
            cli::show::complain(&cli::show::causes(&error));
            ExitCode::from(2)
        }
    }
}
