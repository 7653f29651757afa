#!/bin/sh
# makeRoot.sh FOLDER SUITE MIRROR PACKAGE...: a small Debian of another release in FOLDER, all of it or nothing.
# To be run in a mount namespace of its own, so that no mount outlives it, and under a lock, so that no draft is anybody else's.
set -eu
folder=$1 suite=$2 mirror=$3
shift 3
[ -e "$folder" ] && exit 0
draft="$folder.draft"
rm -rf "$draft"
mkdir -p "$draft"
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

debootstrap --variant=minbase "$suite" "$draft" "$mirror"

# The network as this machine reaches it.
cp -L /etc/resolv.conf /etc/hosts "$draft/etc/"
apt-config dump | grep -E '^Acquire::(https?::|Check-)' > "$draft/etc/apt/apt.conf.d/90machine" || true
if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
    mkdir -p "$draft/etc/ssl/certs"
    cp -L /etc/ssl/certs/ca-certificates.crt "$draft/etc/ssl/certs/"
fi

# Nothing that is installed may start, or make a database.
printf '#!/bin/sh\nexit 101\n' > "$draft/usr/sbin/policy-rc.d"
chmod 755 "$draft/usr/sbin/policy-rc.d"
mkdir -p "$draft/etc/postgresql-common"
echo 'create_main_cluster = false' > "$draft/etc/postgresql-common/createcluster.conf"

mount --rbind /dev "$draft/dev"
mount -t proc proc "$draft/proc"
chroot "$draft" apt-get update -q
chroot "$draft" apt-get install -y -q --no-install-recommends locales "$@"
chroot "$draft" localedef -i en_AU -f UTF-8 en_AU.UTF-8
chroot "$draft" apt-get clean
umount -R "$draft/dev" "$draft/proc"
mv "$draft" "$folder"
