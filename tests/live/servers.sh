# servers.sh -- sourced after lab.sh: real servers of names, web and mail.
#
# Each reads nothing but what is written here, into the /run of its own node.

lab_certificate() { # lab_certificate NODE NAME...: /run/lab.crt, /run/lab.key
	local node=$1 names
	shift
	names=$(printf ',DNS:%s' "$@")
	in_node "$node" openssl req -x509 -newkey ec \
		-pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \
		-subj "/CN=$1" -addext "subjectAltName=${names#,}" \
		-keyout /run/lab.key -out /run/lab.crt 2>/dev/null
}

lab_listens() { # lab_listens NODE PORT FAMILY
	in_node "$1" ss -Hlnt"$3" "sport = :$2" | grep -q LISTEN
}

lab_listens_soon() { # lab_listens_soon NODE PORT...: in both families
	local node=$1 port
	shift
	for port in "$@"; do
		lab_within 20 lab_listens "$node" "$port" 4 &&
			lab_within 20 lab_listens "$node" "$port" 6 || return 1
	done
}

lab_dnsmasq() { # lab_dnsmasq NODE: records on standard input
	local node=$1
	in_node "$node" sh -c '{
		printf "%s\n" no-resolv no-hosts bind-interfaces \
			user=root pid-file=/run/dnsmasq.pid
		cat
	} >/run/dnsmasq.conf'
	in_node "$node" dnsmasq --keep-in-foreground -C /run/dnsmasq.conf \
		</dev/null >"$work/$node.dnsmasq.log" 2>&1 &
	lab_listens_soon "$node" 53
}

lab_nginx() { # lab_nginx NODE PORT...: HTTP, and HTTPS at 443
	local node=$1 port
	shift
	{
		cat <<-'CONF'
			user root;
			worker_processes 1;
			pid /run/nginx.pid;
			error_log /dev/stderr;
			events {}
			http {
				access_log off;
				client_body_temp_path /run/nginx-body;
				proxy_temp_path /run/nginx-proxy;
				fastcgi_temp_path /run/nginx-fastcgi;
				uwsgi_temp_path /run/nginx-uwsgi;
				scgi_temp_path /run/nginx-scgi;
				ssl_certificate /run/lab.crt;
				ssl_certificate_key /run/lab.key;
		CONF
		for port; do
			[ "$port" != 443 ] || port='443 ssl'
			cat <<-CONF
				server {
					listen ${port};
					listen [::]:${port};
					location / { return 200 "here\n"; }
				}
			CONF
		done
		echo '}'
	} | in_node "$node" sh -c 'cat >/run/nginx.conf'
	in_node "$node" nginx -c /run/nginx.conf -g 'daemon off;' \
		</dev/null >"$work/$node.nginx.log" 2>&1 &
	lab_listens_soon "$node" "$@"
}

lab_postfix() { # lab_postfix NODE HOST: SMTP and submission, with STARTTLS
	local node=$1 host=$2
	in_node "$node" sh -c "
		mount -t tmpfs tmpfs /var/spool/postfix
		mount -t tmpfs tmpfs /var/lib/postfix
		mkdir -p /run/postfix
		cat >/run/postfix/main.cf" <<-CONF
			compatibility_level = 3.6
			myhostname = $host
			mydestination =
			local_recipient_maps =
			inet_interfaces = all
			inet_protocols = all
			maillog_file = /dev/stdout
			smtpd_tls_security_level = may
			smtpd_tls_cert_file = /run/lab.crt
			smtpd_tls_key_file = /run/lab.key
			smtpd_peername_lookup = no
			alias_maps =
			alias_database =
		CONF
	in_node "$node" sh -c 'cat >/run/postfix/master.cf' <<-CONF
		smtp       inet n - n - - smtpd
		submission inet n - n - - smtpd
		  -o smtpd_tls_security_level=encrypt
		pickup     unix n - n 60 1 pickup
		cleanup    unix n - n - 0 cleanup
		qmgr       unix n - n 300 1 qmgr
		tlsmgr     unix - - n 1000? 1 tlsmgr
		rewrite    unix - - n - - trivial-rewrite
		bounce     unix - - n - 0 bounce
		defer      unix - - n - 0 bounce
		trace      unix - - n - 0 bounce
		anvil      unix - - n - 1 anvil
		postlog    unix-dgram n - n - 1 postlogd
	CONF
	in_node "$node" postfix -c /run/postfix start-fg \
		</dev/null >"$work/$node.postfix.log" 2>&1 &
	lab_listens_soon "$node" 25 587
}

lab_dovecot() { # lab_dovecot NODE: IMAP with TLS alone
	local node=$1
	in_node "$node" sh -c 'cat >/run/dovecot.conf' <<-CONF
		base_dir = /run/dovecot
		state_dir = /run/dovecot-state
		log_path = /dev/stderr
		protocols = imap
		listen = *, ::
		ssl = required
		ssl_cert = </run/lab.crt
		ssl_key = </run/lab.key
		mail_location = maildir:/run/mail/%u
		passdb {
		  driver = static
		  args = password=of-the-lab
		}
		userdb {
		  driver = static
		  args = uid=mail gid=mail home=/run/mail/%u
		}
		service imap-login {
		  inet_listener imap {
		    port = 0
		  }
		  inet_listener imaps {
		    port = 993
		    ssl = yes
		  }
		}
	CONF
	in_node "$node" dovecot -F -c /run/dovecot.conf \
		</dev/null >"$work/$node.dovecot.log" 2>&1 &
	lab_listens_soon "$node" 993
}
