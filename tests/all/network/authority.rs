//! Certificates that are made for one test.

use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rcgen::{ExtendedKeyUsagePurpose, date_time_ymd};
use tokio_rustls::rustls::RootCertStore;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;

/// Who issues certificates.
pub(super) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    /// A company's own.
    pub(super) fn company() -> Self {
        Self::called("Example Company CA")
    }

    /// Somebody else's.
    pub(super) fn stranger() -> Self {
        Self::called("Nobody CA")
    }

    fn called(common_name: &str) -> Self {
        let mut params = CertificateParams::new([]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let name = params.distinguished_name.clone();
        params.distinguished_name = named(name, common_name);
        Self(CertifiedIssuer::self_signed(params, key()).unwrap())
    }

    /// Its certificate as `http.ca_file` takes it.
    pub(super) fn pem(&self) -> String {
        pem(self.0.der())
    }

    /// A server of that name, or of that address, with a certificate that is good.
    pub(super) fn server(&self, name: &str) -> Arc<ServerConfig> {
        self.issues(&leaf(name))
    }

    /// The same with a certificate that was good until the end of 2020.
    pub(super) fn expired_server(&self, name: &str) -> Arc<ServerConfig> {
        let mut params = leaf(name);
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
        self.issues(&params)
    }

    /// The same with a certificate that is good from 2999 on.
    pub(super) fn early_server(&self, name: &str) -> Arc<ServerConfig> {
        let mut params = leaf(name);
        params.not_before = date_time_ymd(2999, 1, 1);
        params.not_after = date_time_ymd(3000, 1, 1);
        self.issues(&params)
    }

    /// The same with a certificate that was issued for people, not for servers.
    pub(super) fn client_certificate_server(&self, name: &str) -> Arc<ServerConfig> {
        let mut params = leaf(name);
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
        self.issues(&params)
    }

    /// A server that lets in only whom this authority issued a certificate.
    pub(super) fn server_for_members(&self, name: &str) -> Arc<ServerConfig> {
        let key = key();
        let certificate = leaf(name).signed_by(&key, &self.0).unwrap();
        let mut members = RootCertStore::empty();
        members.add(self.0.der().clone()).unwrap();
        let verifier = WebPkiClientVerifier::builder(Arc::new(members))
            .build()
            .unwrap();
        let config = ServerConfig::builder()
            .with_client_cert_verifier(verifier)
            .with_single_cert(vec![certificate.der().clone()], secret(&key).into());
        Arc::new(config.unwrap())
    }

    fn issues(&self, params: &CertificateParams) -> Arc<ServerConfig> {
        let key = key();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        config(certificate.der(), &key)
    }
}

/// A server that issued its certificate itself, as a certificate of a server only.
pub(super) fn own_server(name: &str) -> (Arc<ServerConfig>, String) {
    self_signed(&leaf(name))
}

/// Such a certificate and its key, as files.
pub(super) fn own_server_files(name: &str) -> (String, String) {
    let key = key();
    let certificate = leaf(name).self_signed(&key).unwrap();
    (
        pem(certificate.der()),
        labelled("PRIVATE KEY", &key.serialize_der()),
    )
}

/// A server that issued its certificate itself and calls itself an authority, which is what `openssl req -x509` makes.
pub(super) fn own_authority(name: &str) -> (Arc<ServerConfig>, String) {
    let mut params = leaf(name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    self_signed(&params)
}

fn self_signed(params: &CertificateParams) -> (Arc<ServerConfig>, String) {
    let key = key();
    let certificate = params.self_signed(&key).unwrap();
    (config(certificate.der(), &key), pem(certificate.der()))
}

fn leaf(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new([name.to_owned()]).unwrap();
    params.distinguished_name = named(params.distinguished_name, name);
    params
}

fn named(mut name: rcgen::DistinguishedName, common_name: &str) -> rcgen::DistinguishedName {
    name.push(DnType::CommonName, common_name);
    name
}

fn key() -> KeyPair {
    KeyPair::generate().unwrap()
}

fn secret(key: &KeyPair) -> PrivatePkcs8KeyDer<'static> {
    PrivatePkcs8KeyDer::from(key.serialize_der())
}

fn config(certificate: &CertificateDer<'static>, key: &KeyPair) -> Arc<ServerConfig> {
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], secret(key).into());
    Arc::new(config.unwrap())
}

fn pem(certificate: &CertificateDer<'_>) -> String {
    labelled("CERTIFICATE", certificate)
}

fn labelled(label: &str, bytes: &[u8]) -> String {
    let text = BASE64_STANDARD.encode(bytes);
    format!("-----BEGIN {label}-----\n{text}\n-----END {label}-----\n")
}
