import { useParams } from 'wouter';
import { CertificateTransfers } from './certificate-transfers.js';
import { CertificateWithdrawals } from './certificate-withdrawals.js';

/** Certificates that went to another member, or that were given up. */
export default function CertificatesGone() {
  const { gone = '' } = useParams<{ gone: string }>();
  return gone === 'transferidos' ? <CertificateTransfers /> : <CertificateWithdrawals />;
}
