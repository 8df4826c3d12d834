//! A face under Discord's own name, for a client that cannot be told another address.
//!
//! serenity ignores its `proxy` as soon as its rate limiter is on: it then insists on `https://discord.com`. A client reaches this
//! face by `reqwest::ClientBuilder::resolve("discord.com", face.address)` and by trusting `face.root`.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Result;
use axum::serve::Listener;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::server::TlsStream;

use super::Discord;

/// Where the face is, and what to trust so that one may look at it.
#[derive(Clone, Debug)]
pub struct TlsFace {
    pub address: SocketAddr,
    /// The certificate in DER; it was made for this run and signs nothing but itself.
    pub root: Vec<u8>,
}

impl Discord {
    /// Opens another port that speaks TLS as `discord.com`, on the same model.
    pub async fn poses_as_discord_com(&self) -> Result<TlsFace> {
        let made = rcgen::generate_simple_self_signed(["discord.com".to_owned()])?;
        let root = made.cert.der().to_vec();
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).map_err(anyhow::Error::msg)?;
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let listener = Tls { listener, acceptor: TlsAcceptor::from(Arc::new(config)) };
        let app = self.router();
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(TlsFace { address, root })
    }
}

/// A listener that shakes hands before it hands a connection on.
struct Tls {
    listener: TcpListener,
    acceptor: TlsAcceptor,
}

impl Listener for Tls {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let (stream, address) = Listener::accept(&mut self.listener).await;
            // A client that does not trust the certificate is its own problem.
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, address);
            }
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}
