"""ministack, made to refuse one thing more that AWS refuses: CloudFormation deletes no bucket that holds anything."""

from ministack.app import main
from ministack.services import s3
from ministack.services.cloudformation import provisioners

bucket_handlers = provisioners._RESOURCE_HANDLERS["AWS::S3::Bucket"]
delete_whatever_it_holds = bucket_handlers["delete"]


def delete_empty(name, properties):
    bucket = s3._buckets.get(name)
    if bucket and (bucket["objects"] or s3._bucket_has_versions(name)):
        raise ValueError(f"The bucket you tried to delete is not empty: {name} (Status Code: 409)")
    delete_whatever_it_holds(name, properties)


bucket_handlers["delete"] = delete_empty

if __name__ == "__main__":
    main()
