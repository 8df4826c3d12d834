//! When somebody wants the program to stop.

/// How a command ends that was stopped, as shells have it for an interrupt.
pub const CODE: i32 = 130;

/// Returns when somebody presses Ctrl-C, or the system or a closed terminal asks the program to stop.
pub async fn asked() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let (Ok(mut terminate), Ok(mut hang_up)) = (signal(SignalKind::terminate()), signal(SignalKind::hangup())) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
                _ = hang_up.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
