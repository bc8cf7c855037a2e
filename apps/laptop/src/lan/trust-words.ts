import type { Language } from '@ayni/kernel';

/** What a phone's owner is told, in order, to trust the authority of a laptop. */
type TrustWords = {
  readonly title: string;
  readonly why: string;
  readonly check: string;
  readonly android: readonly string[];
  readonly iphone: readonly string[];
  readonly fetch: string;
  readonly fetchProfile: string;
  readonly then: string;
  readonly open: string;
};

export const trustWords: Readonly<Record<Language, TrustWords>> = {
  es: {
    title: 'Ayni en este teléfono',
    why: 'Para guardar ventas sin señal, el teléfono tiene que confiar en la laptop de la cooperativa. Se hace una sola vez.',
    check: 'Antes, compare esta huella con la que se ve en la laptop. Si no es igual, no siga:',
    android: [
      'Toque «Descargar el certificado».',
      'Abra Ajustes y busque «certificado de CA» (Seguridad → Cifrado y credenciales → Instalar un certificado).',
      'Elija «Certificado de CA», después «Instalar de todos modos», y el archivo ayni.crt.',
      'Use Chrome para entrar.',
    ],
    iphone: [
      'En Safari toque «Descargar el perfil», y después «Permitir».',
      'Abra Ajustes, toque «Perfil descargado» y después «Instalar».',
      'Abra Ajustes → General → Información → Ajustes de confianza de certificados, y active Ayni.',
    ],
    fetch: 'Descargar el certificado',
    fetchProfile: 'Descargar el perfil',
    then: 'Después entre aquí, con el botón o con la cámara de otro teléfono:',
    open: 'Abrir Ayni',
  },
  en: {
    title: 'Ayni on this phone',
    why: "To keep sales without a signal, the phone has to trust the co-op's laptop. It is done once.",
    check: 'Before that, compare this fingerprint with the one on the laptop. If it is not the same, go no further:',
    android: [
      'Tap “Download the certificate”.',
      'Open Settings and look for “CA certificate” (Security → Encryption and credentials → Install a certificate).',
      'Choose “CA certificate”, then “Install anyway”, and the file ayni.crt.',
      'Use Chrome to come in.',
    ],
    iphone: [
      'In Safari tap “Download the profile”, then “Allow”.',
      'Open Settings, tap “Profile Downloaded”, then “Install”.',
      'Open Settings → General → About → Certificate Trust Settings, and turn Ayni on.',
    ],
    fetch: 'Download the certificate',
    fetchProfile: 'Download the profile',
    then: "Then come in here, by the button or with another phone's camera:",
    open: 'Open Ayni',
  },
};
