<?php
// composer require jumbojett/openid-connect-php — puis : php -S localhost:8080 index.php
// Cette bibliothèque vérifie RS256 : choisissez RS256 dans les réglages du service.
declare(strict_types=1);
require __DIR__ . '/vendor/autoload.php';

use Jumbojett\OpenIDConnectClient;
use Jumbojett\OpenIDConnectClientException;

session_start();
$base = getenv('BASE_URL') ?: 'http://localhost:8080';
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);

function client(string $base): OpenIDConnectClient
{
    $oidc = new OpenIDConnectClient(getenv('ISSUER'), getenv('CLIENT_ID'), getenv('CLIENT_SECRET'));
    $oidc->setRedirectURL($base . '/retour');
    $oidc->addScope(['openid', 'profile']);
    // state et nonce sont envoyés et vérifiés d'office ; PKCE se demande.
    $oidc->setCodeChallengeMethod('S256');
    return $oidc;
}

function page(string $html, int $status = 200): void
{
    http_response_code($status);
    header('Content-Type: text/html; charset=utf-8');
    echo $html;
}

/** Les sessions que Connect a dites finies ; en vrai, dans votre base. */
function endedFile(string $sid): string
{
    return sys_get_temp_dir() . '/fin-' . hash('sha256', $sid);
}

function signIn(string $base): void
{
    // Refus de partage : ne relancez pas la connexion, dites quoi faire sans compte.
    if (($_GET['error'] ?? '') === 'access_denied') {
        page('<p>Vous n’avez rien partagé. <a href="/">Continuer sans compte</a></p>');
        return;
    }
    try {
        $oidc = client($base);
        // Sans code : part vers Connect. Avec code : vérifie state, échange le code, vérifie
        // la signature, iss, aud et nonce.
        $oidc->authenticate();
        session_regenerate_id(true);
        $_SESSION['user'] = [
            'name' => $oidc->requestUserInfo('name'),
            'sid' => $oidc->getVerifiedClaims('sid'),
            'idToken' => $oidc->getIdToken(),
        ];
        header('Location: /', true, 303);
    } catch (OpenIDConnectClientException $e) {
        page('<p>La connexion n’a pas abouti. <a href="/">Recommencer</a></p>', 400);
    }
}

function signOut(string $base): void
{
    $idToken = $_SESSION['user']['idToken'] ?? null;
    session_destroy();
    if ($idToken === null) {
        header('Location: /', true, 303);
        return;
    }
    client($base)->signOut($idToken, $base . '/');
}

function backChannel(string $base): void
{
    header('Cache-Control: no-store');
    try {
        $oidc = client($base);
        $ok = $oidc->verifyLogoutToken();
        if ($ok) {
            touch(endedFile((string) $oidc->getSidFromBackChannel()));
        }
        http_response_code($ok ? 200 : 400);
    } catch (OpenIDConnectClientException $e) {
        http_response_code(400);
    }
}

function home(): void
{
    $user = $_SESSION['user'] ?? null;
    if ($user !== null && file_exists(endedFile((string) $user['sid']))) {
        session_destroy();
        $user = null;
    }
    page($user === null
        ? '<a href="/connexion">Se connecter</a>'
        : '<h1>Bonjour ' . htmlspecialchars($user['name']) . '</h1><a href="/deconnexion">Se déconnecter</a>');
}

match ($path) {
    '/connexion', '/retour' => signIn($base),
    '/deconnexion' => signOut($base),
    '/deconnexion-annoncee' => backChannel($base),
    default => home(),
};
