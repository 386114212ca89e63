"""pip install flask 'authlib>=1.8,<2' requests — puis : flask --app app run --port 8080"""

import os
import secrets

import requests
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.flask_client import OAuth
from authlib.jose import JsonWebKey, JsonWebToken
from authlib.jose.errors import JoseError
from flask import Flask, redirect, request, session
from joserfc.errors import JoseError as TokenError
from markupsafe import escape

ISSUER = os.environ["ISSUER"]
CLIENT_ID = os.environ["CLIENT_ID"]
BASE_URL = os.environ.get("BASE_URL", "http://localhost:8080")
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"

app = Flask(__name__)
app.secret_key = os.environ.get("SESSION_KEY") or secrets.token_hex(32)
app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")

connect = OAuth(app).register(
    "connect",
    client_id=CLIENT_ID,
    client_secret=os.environ["CLIENT_SECRET"],
    server_metadata_url=f"{ISSUER}/.well-known/openid-configuration",
    # state et nonce sont envoyés et vérifiés d'office ; PKCE se demande.
    client_kwargs={"scope": "openid profile", "code_challenge_method": "S256"},
)

# Les sessions que Connect a dites finies ; en vrai, dans votre base.
ended = set()


@app.get("/")
def home():
    user = session.get("user")
    if user and user["sid"] in ended:
        session.clear()
        user = None
    if not user:
        return "<a href='/connexion'>Se connecter</a>"
    return f"<h1>Bonjour {escape(user['name'])}</h1><a href='/deconnexion'>Se déconnecter</a>"


@app.get("/connexion")
def sign_in():
    return connect.authorize_redirect(f"{BASE_URL}/retour")


@app.get("/retour")
def come_back():
    # Refus de partage : ne relancez pas la connexion, dites quoi faire sans compte.
    if request.args.get("error") == "access_denied":
        return "<p>Vous n'avez rien partagé. <a href='/'>Continuer sans compte</a></p>"
    try:
        # Vérifie state, échange le code, vérifie signature, iss, aud et nonce.
        token = connect.authorize_access_token()
        data = connect.userinfo(token=token)
        if data["sub"] != token["userinfo"]["sub"]:
            raise OAuthError("sub_mismatch")
    except (OAuthError, TokenError):
        return "<p>La connexion n'a pas abouti. <a href='/'>Recommencer</a></p>", 400
    session.clear()
    sid = token["userinfo"]["sid"]
    session["user"] = {"name": data["name"], "sid": sid, "id_token": token["id_token"]}
    return redirect("/", 303)


@app.get("/deconnexion")
def sign_out():
    user = session.pop("user", None)
    if not user:
        return redirect("/", 303)
    end = connect.load_server_metadata()["end_session_endpoint"]
    query = {"id_token_hint": user["id_token"], "post_logout_redirect_uri": f"{BASE_URL}/"}
    return redirect(requests.Request("GET", end, params=query).prepare().url, 303)


@app.post("/deconnexion-annoncee")
def back_channel():
    metadata = connect.load_server_metadata()
    keys = JsonWebKey.import_key_set(requests.get(metadata["jwks_uri"], timeout=5).json())
    rules = {
        "iss": {"essential": True, "value": ISSUER},
        "aud": {"essential": True, "value": CLIENT_ID},
        "sid": {"essential": True},
        "events": {"essential": True},
    }
    try:
        claims = JsonWebToken(["ES256", "RS256"]).decode(
            request.form.get("logout_token", ""), keys, claims_options=rules
        )
        claims.validate()
        if "nonce" in claims or LOGOUT_EVENT not in claims["events"]:
            raise ValueError("not a logout token")
    except (JoseError, ValueError):
        return "", 400
    ended.add(claims["sid"])
    return "", 200, {"Cache-Control": "no-store"}
