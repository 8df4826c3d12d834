//! When somebody wants the program to stop.

/// How a command ends that was stopped, as shells have it for an interrupt.
pub const CODE: i32 = 130;

/// Returns when somebody presses Ctrl-C or the system asks the program to stop. A closed terminal is left to the system: whoever begins with
/// `nohup` wants it to be ignored.
pub async fn asked() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminated = signal(SignalKind::terminate()).expect("the runtime takes signals");
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = tokio::signal::ctrl_c().await;
}
